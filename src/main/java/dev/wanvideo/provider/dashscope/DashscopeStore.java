package dev.wanvideo.provider.dashscope;

import dev.wanvideo.provider.BodyFields;
import dev.wanvideo.provider.EmulatedAnswer;
import dev.wanvideo.provider.EmulatedCall;
import dev.wanvideo.provider.EmulatedForm;
import dev.wanvideo.provider.EmulatedJobs;
import dev.wanvideo.provider.EmulatedSeal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** DashScope's side of an upload: a policy for one model, and the object store that takes what the policy lets. */
final class DashscopeStore {
    static final String HOST = "/oss-store";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> MODELS = Set.of("wan2.7-r2v", "wan2.7-r2v-2026-06-12");
    private static final String ACCESS = "LTAI-sandbox";
    private static final String ACL = "private";
    private static final List<String> ORDER = List.of(
            "OSSAccessKeyId",
            "Signature",
            "policy",
            "x-oss-object-acl",
            "x-oss-forbid-overwrite",
            "key",
            "success_action_status",
            "file");

    private DashscopeStore() {}

    static EmulatedAnswer policy(EmulatedCall call) {
        Map<String, String> query = call.query();
        if (!query.keySet().equals(Set.of("action", "model"))
                || !"getPolicy".equals(query.get("action"))
                || !MODELS.contains(query.getOrDefault("model", ""))) {
            return DashscopeAnswers.error(400, "InvalidParameter", "action and model of getPolicy are wrong");
        }
        String folder = "dashscope-instant/" + UUID.randomUUID();
        String policy = "policy-of-" + folder;
        Map<String, Object> data = new BodyFields()
                .put("policy", policy)
                .put("signature", EmulatedSeal.of(policy))
                .put("upload_dir", folder)
                .put("upload_host", call.origin() + HOST)
                .put("expire_in_seconds", 300)
                .put("max_file_size_mb", 100)
                .put("capacity_limit_mb", 999_999_999)
                .put("oss_access_key_id", ACCESS)
                .put("x_oss_object_acl", ACL)
                .put("x_oss_forbid_overwrite", "true")
                .done();
        return EmulatedAnswer.json(
                200,
                JSON.writeValueAsString(Map.of("request_id", UUID.randomUUID().toString(), "data", data)));
    }

    /** The store itself. */
    static EmulatedAnswer post(EmulatedCall call, EmulatedJobs jobs) {
        Optional<EmulatedForm> form =
                EmulatedForm.read(call).filter(sent -> sent.names().equals(ORDER));
        Optional<EmulatedForm.Part> file = form.flatMap(sent -> sent.file("file"));
        if (!call.method().equals("POST") || form.isEmpty() || file.isEmpty()) {
            return refused(400, "MalformedPOSTRequest");
        }
        String policy = form.get().field("policy").orElse("");
        String key = form.get().field("key").orElse("");
        boolean sealed = has(form.get(), "Signature", EmulatedSeal.of(policy))
                && has(form.get(), "OSSAccessKeyId", ACCESS)
                && has(form.get(), "x-oss-object-acl", ACL)
                && has(form.get(), "x-oss-forbid-overwrite", "true")
                && has(form.get(), "success_action_status", "200")
                && key.startsWith(policy.replaceFirst("^policy-of-", "") + "/");
        if (!sealed) {
            return refused(403, "SignatureDoesNotMatch");
        }
        String address = DashscopeUploads.SCHEME + "://" + key;
        if (jobs.holds(address)) {
            return refused(409, "FileAlreadyExists");
        }
        jobs.keep(address, file.get().type().orElse(""), file.get().content());
        return new EmulatedAnswer(200, Map.of(), "", Optional.empty());
    }

    private static boolean has(EmulatedForm form, String name, String value) {
        return form.field(name).filter(value::equals).isPresent();
    }

    private static EmulatedAnswer refused(int status, String code) {
        return new EmulatedAnswer(
                status,
                Map.of("Content-Type", "application/xml"),
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + code + "</Code><OSSAccessKeyId>" + ACCESS
                        + "</OSSAccessKeyId></Error>",
                Optional.empty());
    }
}
