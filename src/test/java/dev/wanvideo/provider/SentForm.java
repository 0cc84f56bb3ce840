package dev.wanvideo.provider;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A form as a test writes it to an emulated provider, in order or not. */
record SentForm(List<EmulatedForm.Part> parts) {
    private static final String BORDER = "border-of-a-test";

    static SentForm of(UploadBody.Form form, UploadFile file, byte[] content) {
        List<EmulatedForm.Part> parts = new ArrayList<>();
        form.fields().forEach((name, value) -> parts.add(field(name, value)));
        parts.add(new EmulatedForm.Part(form.fileField(), Optional.of(file.name()), Optional.of(file.type()), content));
        return new SentForm(parts);
    }

    static SentForm read(EmulatedCall call) {
        return new SentForm(EmulatedForm.read(call).orElseThrow().parts());
    }

    static EmulatedForm.Part field(String name, String value) {
        return new EmulatedForm.Part(name, Optional.empty(), Optional.empty(), value.getBytes(StandardCharsets.UTF_8));
    }

    EmulatedCall in(EmulatedCall call) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (EmulatedForm.Part part : parts) {
            String head = "--" + BORDER + "\r\nContent-Disposition: form-data; name=\"" + part.name() + "\""
                    + part.fileName().map(name -> "; filename=\"" + name + "\"").orElse("") + "\r\n"
                    + part.type().map(type -> "Content-Type: " + type + "\r\n").orElse("") + "\r\n";
            out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            out.writeBytes(part.content());
            out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        out.writeBytes(("--" + BORDER + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return UploadBench.with(
                UploadBench.header(call, "content-type", "multipart/form-data; boundary=" + BORDER), out.toByteArray());
    }

    /** Everything that can be wrong with one form, by words. */
    Map<String, SentForm> spoiled() {
        Map<String, SentForm> forms = new LinkedHashMap<>();
        int last = parts.size() - 1;
        EmulatedForm.Part file = parts.get(last);
        for (int i = 0; i < last; i++) {
            EmulatedForm.Part part = parts.get(i);
            forms.put("without " + part.name(), without(i));
            forms.put("other " + part.name(), without(i).plus(i, field(part.name(), "x" + part.text())));
        }
        forms.put("without file", without(last));
        forms.put("empty file", without(last).plus(last, part(file, file.name(), file.type(), new byte[0])));
        forms.put(
                "file without type",
                without(last).plus(last, part(file, file.name(), Optional.empty(), file.content())));
        forms.put("file of another name", without(last).plus(last, part(file, "data", file.type(), file.content())));
        forms.put("file as a field", without(last).plus(last, field(file.name(), "content")));
        forms.put("two files", plus(last, file));
        forms.put("a field after the file", plus(last + 1, field("x", "y")));
        forms.put("a field too many", plus(0, field("unheard_of", "y")));
        return forms;
    }

    private static EmulatedForm.Part part(EmulatedForm.Part file, String name, Optional<String> type, byte[] content) {
        return new EmulatedForm.Part(name, file.fileName(), type, content);
    }

    private SentForm without(int index) {
        return new SentForm(Stream.iterate(0, i -> i < parts.size(), i -> i + 1)
                .filter(i -> i != index)
                .map(parts::get)
                .toList());
    }

    private SentForm plus(int index, EmulatedForm.Part part) {
        List<EmulatedForm.Part> more = new ArrayList<>(parts);
        more.add(index, part);
        return new SentForm(more);
    }
}
