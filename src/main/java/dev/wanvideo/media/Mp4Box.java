package dev.wanvideo.media;

import java.util.List;
import java.util.Optional;

/**
 * One box of an MP4 or MOV film (ISO 14496-12, 4.2).
 *
 * @param name its four letters
 * @param start where in the file its content begins
 * @param end where it ends
 */
record Mp4Box(String name, long start, long end) {
    static Optional<Mp4Box> first(List<Mp4Box> boxes, String name) {
        return boxes.stream().filter(box -> box.name().equals(name)).findFirst();
    }

    static List<Mp4Box> all(List<Mp4Box> boxes, String name) {
        return boxes.stream().filter(box -> box.name().equals(name)).toList();
    }
}
