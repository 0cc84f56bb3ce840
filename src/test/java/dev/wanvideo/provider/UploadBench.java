package dev.wanvideo.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wanvideo.http.ApiReply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/** Puts the calls of an upload to an emulated provider, one of them spoiled if a test wants that. */
final class UploadBench {
    static final String ORIGIN = "http://127.0.0.1:8099/here";
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_CALLS = 4;

    final BenchJobs jobs = new BenchJobs();
    /** The calls that were put, as they were before anything was spoiled. */
    final List<EmulatedCall> calls = new ArrayList<>();

    private final Provider provider;

    UploadBench(Provider any) {
        this.provider = any.with(Map.of("base_url", ORIGIN, "upload_base_url", ORIGIN));
    }

    UploadStep upload(UploadFile file, byte[] content) {
        return upload(file, content, -1, call -> call);
    }

    /** @param which the call that is spoiled, counted from zero */
    UploadStep upload(UploadFile file, byte[] content, int which, UnaryOperator<EmulatedCall> spoil) {
        Uploads uploads = provider.uploads().orElseThrow();
        List<ApiReply> answers = new ArrayList<>();
        calls.clear();
        UploadStep step = uploads.first(file);
        while (step instanceof UploadStep.Call next) {
            EmulatedCall call = call(next.call(), file, content);
            answers.add(answer(
                    which == calls.size() ? spoil.apply(call) : call,
                    next.call().withKey()));
            calls.add(call);
            assertThat(calls).hasSizeLessThan(MOST_CALLS);
            step = uploads.next(file, List.copyOf(answers));
        }
        return step;
    }

    private ApiReply answer(EmulatedCall call, boolean withKey) {
        EmulatedWire emulated = provider.emulated().orElseThrow();
        assertThat(emulated.signed(call)).isEqualTo(!withKey);
        assertThat(emulated.key(call).isPresent()).isEqualTo(withKey);
        EmulatedAnswer answer = emulated.answer(call, jobs);
        return ApiReply.of(answer.status(), answer.headers(), answer.json());
    }

    private EmulatedCall call(OutgoingUpload call, UploadFile file, byte[] content) {
        assertThat(call.url()).startsWith(ORIGIN);
        String[] parts = call.url().substring(ORIGIN.length()).split("\\?", 2);
        Map<String, String> query = new HashMap<>();
        for (String pair : parts.length == 1 ? new String[0] : parts[1].split("&")) {
            String[] sides = pair.split("=", 2);
            query.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        Map<String, String> headers = new HashMap<>();
        call.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        if (call.withKey()) {
            RemoteProviders.wire(provider)
                    .authorization(Recording.KEY)
                    .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        }
        EmulatedCall bare = new EmulatedCall(call.method(), parts[0], query, headers, new byte[0], ORIGIN);
        return filled(bare, call.body(), file, content);
    }

    private static EmulatedCall filled(EmulatedCall call, UploadBody body, UploadFile file, byte[] content) {
        if (body instanceof UploadBody.Form form) {
            return SentForm.of(form, file, content).in(call);
        }
        if (body instanceof UploadBody.Json json) {
            byte[] text = JSON.writeValueAsString(json.values()).getBytes(StandardCharsets.UTF_8);
            return with(header(call, "content-type", "application/json"), text);
        }
        return body instanceof UploadBody.File ? with(call, content) : call;
    }

    /** The same call with this body and its length. */
    static EmulatedCall with(EmulatedCall call, byte[] body) {
        EmulatedCall told = header(call, "content-length", String.valueOf(body.length));
        return new EmulatedCall(told.method(), told.path(), told.query(), told.headers(), body, told.origin());
    }

    /** The same call with another value of this header. */
    static EmulatedCall header(EmulatedCall call, String name, String value) {
        Map<String, String> headers = new HashMap<>(call.headers());
        headers.put(name, value);
        return new EmulatedCall(call.method(), call.path(), call.query(), headers, call.content(), call.origin());
    }

    /** The same call with another value of this word of its query. */
    static EmulatedCall query(EmulatedCall call, String name, String value) {
        Map<String, String> query = new HashMap<>(call.query());
        query.put(name, value);
        return new EmulatedCall(call.method(), call.path(), query, call.headers(), call.content(), call.origin());
    }
}
