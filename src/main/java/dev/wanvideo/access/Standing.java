package dev.wanvideo.access;

/** Whether what somebody was let in by is still good, asked as often as one likes; the token itself is not kept. */
public interface Standing {

    /** Of those who were asked for nothing. */
    Standing ALWAYS = () -> true;

    boolean holds();
}
