package dev.wanvideo.provider.dashscope;

import dev.wanvideo.http.ApiReply;
import dev.wanvideo.provider.OutgoingUpload;
import dev.wanvideo.provider.RemoteSettings;
import dev.wanvideo.provider.Replies;
import dev.wanvideo.provider.UploadAnswers;
import dev.wanvideo.provider.UploadBody;
import dev.wanvideo.provider.UploadFile;
import dev.wanvideo.provider.UploadStep;
import dev.wanvideo.provider.Uploads;
import dev.wanvideo.video.Category;
import dev.wanvideo.video.MediaKind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How DashScope takes files: a policy for one model, then a form to the object store that it names. The address is
 * bound to account and model.
 *
 * <p>Source: https://www.alibabacloud.com/help/en/model-studio/get-temporary-file-url (read 2026-11-20).
 */
record DashscopeUploads(RemoteSettings settings, String model) implements Uploads {
    static final String PATH = "/uploads";
    static final String SCHEME = "oss";
    private static final UploadAnswers ANSWERS = new UploadAnswers("DashScope");
    private static final Duration LIFE = Duration.ofHours(48);
    private static final long MEGABYTE = 1024L * 1024L;

    @Override
    public Optional<String> objection(MediaKind kind, String type, long bytes) {
        return Optional.empty();
    }

    @Override
    public String scope() {
        return settings.base() + " " + model;
    }

    @Override
    public UploadStep first(UploadFile file) {
        return new UploadStep.Call(new OutgoingUpload(
                "GET", settings.at(PATH + "?action=getPolicy&model=" + model), Map.of(), true, new UploadBody.None()));
    }

    @Override
    public UploadStep next(UploadFile file, List<ApiReply> answers) {
        ApiReply reply = answers.get(0);
        if (reply.status() / 100 != 2) {
            DashscopeTrouble trouble = DashscopeTrouble.of(reply);
            return ANSWERS.refused(reply, trouble.words(), trouble.ofCode());
        }
        Optional<JsonNode> policy = Replies.json(reply).map(json -> json.path("data"));
        Optional<String> key = policy.flatMap(data -> Replies.text(data, "upload_dir"))
                .map(folder -> folder.replaceAll("^/+|/+$", "") + "/" + file.name());
        if (policy.isEmpty() || key.isEmpty()) {
            return ANSWERS.unreadable(reply);
        }
        Optional<UploadStep> next =
                answers.size() == 1 ? posted(file, policy.get(), key.get()) : stored(answers.get(1), key.get());
        return next.orElseGet(() -> ANSWERS.unreadable(reply));
    }

    private static Optional<UploadStep> posted(UploadFile file, JsonNode policy, String key) {
        JsonNode most = policy.path("max_file_size_mb");
        if (most.isNumber() && file.bytes() > most.asDouble() * MEGABYTE) {
            return Optional.of(UploadStep.Refused.of(
                    Category.INVALID_REQUEST, "DashScope takes uploads of at most " + most.asString() + " MB"));
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("OSSAccessKeyId", policy.path("oss_access_key_id").asString(""));
        fields.put("Signature", policy.path("signature").asString(""));
        fields.put("policy", policy.path("policy").asString(""));
        fields.put("x-oss-object-acl", policy.path("x_oss_object_acl").asString(""));
        fields.put(
                "x-oss-forbid-overwrite", policy.path("x_oss_forbid_overwrite").asString(""));
        fields.put("key", key);
        fields.put("success_action_status", "200");
        return fields.containsValue("")
                ? Optional.empty()
                : Replies.text(policy, "upload_host")
                        .map(host -> new UploadStep.Call(new OutgoingUpload(
                                "POST", host, Map.of(), false, new UploadBody.Form(fields, "file"))));
    }

    private static Optional<UploadStep> stored(ApiReply store, String key) {
        return store.status() / 100 == 2
                ? UploadAnswers.done(SCHEME + "://" + key, SCHEME, LIFE)
                : Optional.of(ANSWERS.refusedByStore(store));
    }
}
