package dev.wanvideo.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The name service: all addresses of a host. */
interface Names {
    InetAddress[] addresses(String host) throws UnknownHostException;
}
