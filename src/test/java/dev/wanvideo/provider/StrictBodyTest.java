package dev.wanvideo.provider;

import static dev.wanvideo.provider.StrictBody.address;
import static dev.wanvideo.provider.StrictBody.either;
import static dev.wanvideo.provider.StrictBody.flag;
import static dev.wanvideo.provider.StrictBody.list;
import static dev.wanvideo.provider.StrictBody.map;
import static dev.wanvideo.provider.StrictBody.object;
import static dev.wanvideo.provider.StrictBody.oneOf;
import static dev.wanvideo.provider.StrictBody.optional;
import static dev.wanvideo.provider.StrictBody.required;
import static dev.wanvideo.provider.StrictBody.text;
import static dev.wanvideo.provider.StrictBody.whole;
import static dev.wanvideo.provider.StrictBody.wholeOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StrictBodyTest {
    private static final StrictBody BODY = StrictBody.of(
            required("prompt", text(1, 5)),
            optional("size", oneOf("720P", "1080P")),
            optional("duration", whole(2, 10)),
            optional("length", wholeOf(5, 10)),
            optional("on", flag()),
            optional("media", list(1, 2, object(required("url", address())))),
            optional("voices", map(Pattern.compile("image[1-9]"), 2, address())),
            optional("one", either(address(), list(1, 2, address()))));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'prompt':'abcde'}",
                "{'prompt':'😀😀😀😀😀','size':'720P','duration':2,'length':10,'on':false}",
                "{'prompt':'a','media':[{'url':'https://a.b/c'},{'url':'http://127.0.0.1:80/c?d=e'}]}",
                "{'prompt':'a','voices':{'image1':'https://a.b/c'},'one':'https://a.b/c'}",
                "{'prompt':'a','voices':{},'one':['https://a.b/c']}"
            })
    void takesWhatIsDocumented(String body) {
        assertThat(BODY.read(body.replace('\'', '"'))).isInstanceOf(StrictBody.Reading.Sound.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {}                                             | prompt is required
                    {'prompt':'abcdef'}                            | prompt must be a string of 1 to 5
                    {'prompt':''}                                  | prompt must be a string
                    {'prompt':null}                                | prompt must be a string
                    {'prompt':'a','Size':'720P'}                   | Size is not a known field
                    {'prompt':'a','size':'720p'}                   | size must be one of 720P, 1080P
                    {'prompt':'a','duration':'5'}                  | duration must be an integer from 2 to 10
                    {'prompt':'a','duration':11}                   | duration must be an integer
                    {'prompt':'a','duration':5.0}                  | duration must be an integer
                    {'prompt':'a','length':6}                      | length must be one of the integers 5, 10
                    {'prompt':'a','on':'true'}                     | on must be a boolean
                    {'prompt':'a','media':[]}                      | media must be an array of 1 to 2 entries
                    {'prompt':'a','media':{}}                      | media must be an array
                    {'prompt':'a','media':[{'url':'file'}]}        | media[0].url must be a URL
                    {'prompt':'a','media':[{}]}                    | media[0].url is required
                    {'prompt':'a','voices':{'image01':'https://a/'}} | voices key "image01" invalid
                    {'prompt':'a','voices':{'image1':''}}          | voices.image1 must be a URL
                    {'prompt':'a','one':7}                         | one must be an array
                    []                                             | body must be an object
                    {                                              | body is not JSON
                    """)
    void saysWhatIsWrongWithAnythingElse(String body, String words) {
        assertThat(BODY.read(body.replace('\'', '"')))
                .isInstanceOfSatisfying(
                        StrictBody.Reading.Broken.class,
                        broken -> assertThat(broken.objection()).contains(words));
    }

    @Test
    void refusesNothingAtAll() {
        assertThat(BODY.read("")).isInstanceOf(StrictBody.Reading.Broken.class);
    }
}
