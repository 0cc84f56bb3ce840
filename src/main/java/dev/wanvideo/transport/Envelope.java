package dev.wanvideo.transport;

import org.jspecify.annotations.Nullable;

/**
 * What has to be known about one JSON-RPC message to route it: the members around its params, and the few members of
 * its params that decide who answers. Ids keep the spelling in which they came.
 */
public final class Envelope {

    private boolean object;
    private boolean batch;
    private @Nullable String jsonrpc;
    private @Nullable String id;
    private boolean method;
    private @Nullable String methodName;
    private boolean outcome;
    private boolean params;
    private boolean paramsObject;
    private int paramsFrom;
    private int paramsTo;
    private @Nullable String protocolVersion;
    private @Nullable String cursor;
    private @Nullable String requestId;
    private final RequestMeta meta = new RequestMeta();

    private Envelope() {}

    /** Reads the message between the two positions. */
    public static Envelope read(byte[] bytes, int from, int to) throws MalformedJson {
        Envelope envelope = new Envelope();
        JsonScanner json = new JsonScanner(bytes, from, to);
        int first = json.peek();
        envelope.object = first == '{';
        envelope.batch = first == '[';
        if (envelope.object) {
            envelope.readMembers(json);
        } else {
            json.skip();
        }
        json.expectEnd();
        return envelope;
    }

    /** What keeps the message from being one of JSON-RPC 2.0 as MCP uses it, null when it is one. */
    public @Nullable String fault() {
        if (batch) {
            return "Batches are not supported";
        }
        if (!object) {
            return "A message is an object";
        }
        // A response is never answered, not even a faulty one, or two peers could answer each other for ever.
        return !method && outcome ? null : requestFault();
    }

    /**
     * Whether it is of the stateless era: each request tells its era by itself. The two methods that only one era has
     * are of that era whatever they carry, and an {@code initialize} that names a version as its era does means what it
     * says.
     */
    public boolean isModern() {
        if ("server/discover".equals(methodName) || "subscriptions/listen".equals(methodName)) {
            return true;
        }
        return meta.isModern() && (!"initialize".equals(methodName) || protocolVersion == null);
    }

    /** The method's name, null when there is none or it is not a string. */
    public @Nullable String method() {
        return methodName;
    }

    /** The id as JSON text, null when there is none or it is neither a string nor a number. */
    public @Nullable String id() {
        return usable(id) ? id : null;
    }

    /** False when there are params other than an object. */
    public boolean isParamsUsable() {
        return !params || paramsObject;
    }

    /** The params as JSON text, copied out of the line; an empty object when there are none. */
    public byte[] params(byte[] line) {
        byte[] copy = new byte[paramsObject ? paramsTo - paramsFrom : 2];
        if (paramsObject) {
            System.arraycopy(line, paramsFrom, copy, 0, copy.length);
        } else {
            copy[0] = '{';
            copy[1] = '}';
        }
        return copy;
    }

    /** This member of the params, null unless it is a string. */
    public @Nullable String param(byte[] line, String member) {
        String raw = rawParam(line, member);
        return raw == null || raw.charAt(0) != '"' ? null : JsonScanner.decoded(raw);
    }

    /** The tool that is called without any argument, null when something else is asked. */
    public @Nullable String bareCall(byte[] line) {
        if (!"tools/call".equals(methodName)) {
            return null;
        }
        String arguments = rawParam(line, "arguments");
        boolean bare = arguments == null || arguments.equals("{}") || arguments.equals("null");
        return bare ? param(line, "name") : null;
    }

    /** This member of the params, the last of them as JSON readers have it, as it was written; null when it is absent. */
    private @Nullable String rawParam(byte[] line, String member) {
        if (!paramsObject) {
            return null;
        }
        String found = null;
        JsonScanner json = new JsonScanner(line, paramsFrom, paramsTo);
        try {
            json.peek();
            for (boolean more = json.open('}'); more; more = json.next('}')) {
                if (json.name().equals(member)) {
                    found = json.raw();
                } else {
                    json.skip();
                }
            }
        } catch (MalformedJson e) {
            throw new IllegalStateException("the message was read before", e);
        }
        return found;
    }

    /** {@code params.protocolVersion}, null unless it is a string. */
    public @Nullable String protocolVersion() {
        return protocolVersion;
    }

    /** True when {@code params.cursor} asks for a further page. */
    public boolean hasCursor() {
        return cursor != null && !"null".equals(cursor);
    }

    /** {@code params.requestId} as JSON text, null unless it is a string or a number. */
    public @Nullable String requestId() {
        return usable(requestId) ? requestId : null;
    }

    /** What {@code params._meta} says. */
    public RequestMeta meta() {
        return meta;
    }

    private @Nullable String requestFault() {
        if (!"2.0".equals(jsonrpc)) {
            return "jsonrpc must be \\\"2.0\\\"";
        }
        if (methodName == null) {
            return method ? "method must be a string" : "method is missing";
        }
        if (id != null ? !usable(id) : !methodName.startsWith("notifications/")) {
            return "A request needs an id that is a string or a number";
        }
        return null;
    }

    private void readMembers(JsonScanner json) throws MalformedJson {
        for (boolean more = json.open('}'); more; more = json.next('}')) {
            switch (json.name()) {
                case "jsonrpc" -> jsonrpc = text(json);
                case "id" -> id = json.raw();
                case "method" -> {
                    method = true;
                    methodName = text(json);
                }
                case "params" -> readParams(json);
                case "result", "error" -> {
                    outcome = true;
                    json.skip();
                }
                default -> json.skip();
            }
        }
    }

    private void readParams(JsonScanner json) throws MalformedJson {
        int first = json.peek();
        params = first != 'n';
        paramsObject = first == '{';
        paramsFrom = json.position();
        if (paramsObject) {
            readParamsMembers(json);
        } else {
            json.skip();
        }
        paramsTo = json.position();
    }

    private void readParamsMembers(JsonScanner json) throws MalformedJson {
        for (boolean more = json.open('}'); more; more = json.next('}')) {
            switch (json.name()) {
                case "protocolVersion" -> protocolVersion = text(json);
                case "cursor" -> cursor = json.raw();
                case "requestId" -> requestId = json.raw();
                case "_meta" -> meta.read(json);
                default -> json.skip();
            }
        }
    }

    private static @Nullable String text(JsonScanner json) throws MalformedJson {
        if (json.peek() == '"') {
            return json.string();
        }
        json.skip();
        return null;
    }

    private static boolean usable(@Nullable String id) {
        if (id == null) {
            return false;
        }
        char first = id.charAt(0);
        return first == '"' || first == '-' || first >= '0' && first <= '9';
    }
}
