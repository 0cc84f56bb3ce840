package dev.wanvideo.app;

import dev.wanvideo.transport.http.HttpSettings;
import dev.wanvideo.transport.http.Patience;
import dev.wanvideo.transport.http.Room;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** The server over HTTP with room for as many sessions as it is told, until its input ends. */
public final class RoomyServer {
    private static final int BODY_BYTES = 1024 * 1024;

    private RoomyServer() {}

    /** {@code SESSIONS}; says where it serves. */
    public static void main(String[] arguments) throws IOException {
        int sessions = Integer.parseInt(arguments[0]);
        Room room = new Room(BODY_BYTES, 2 * sessions, sessions, sessions, Room.USUAL.calls(), Room.USUAL.listeners());
        HttpSettings where =
                new HttpSettings("127.0.0.1", 0, Set.of(), Set.of(), Patience.USUAL, room, Optional.empty());
        Settings settings = SettingsReader.forProcess(new String[0]);
        Logging.configure(settings);
        try (HttpService service = new HttpService(settings, false)) {
            service.serve(where);
            System.out.println("serves at " + service.address());
            while (System.in.read() >= 0) {
                // Nothing is said to it but the end.
            }
        }
    }
}
