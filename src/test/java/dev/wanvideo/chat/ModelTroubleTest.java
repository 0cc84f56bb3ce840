package dev.wanvideo.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ModelTroubleTest {
    private static final ModelChoice CHOICE =
            new ModelChoice(Host.OPENAI, "gpt-x", "https://models.example/v1", Optional.of("sk-secret"));

    @Test
    void everyTroubleIsOneLineThatSaysWhatToDo() {
        assertThat(sentence(new AuthenticationException("no"))).contains("does not accept the key", "API_KEY");
        assertThat(sentence(new RateLimitException("no"))).contains("takes no more just now");
        assertThat(sentence(new ModelNotFoundException("no"))).contains("has no model gpt-x", "WAN_VIDEO_CHAT_MODEL");
        assertThat(sentence(new RuntimeException(new ConnectException()))).contains("cannot be reached");
        assertThat(sentence(new HttpException(418, "<html>no</html>"))).contains("answered with status 418.");
        assertThat(sentence(new IOException("closed"))).contains("broke off");
    }

    @Test
    void theHostsOwnWordsAreToldWithoutTheKey() {
        String body = "{\"error\":{\"message\":\"key sk-secret\\n has no tools\"}}";
        assertThat(sentence(new InvalidRequestException(body)))
                .contains("gpt-x at models.example refused: key [key] has no tools.")
                .doesNotContain("sk-secret");
    }

    private static String sentence(Throwable failure) {
        String sentence = new ModelTrouble(CHOICE).sentence(failure);
        assertThat(sentence).doesNotContain("\n", "Exception").endsWith("say it again when it is mended.");
        return sentence;
    }
}
