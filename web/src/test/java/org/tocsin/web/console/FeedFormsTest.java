package org.tocsin.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockPart;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tocsin.model.feed.Feed;
import org.tocsin.model.sharing.Role;
import org.tocsin.web.fake.As;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.fake.WebTest;

@WebTest
class FeedFormsTest {
  private static final RequestPostProcessor ADMIN = As.person("ada", Role.ADMIN);

  @Autowired private MockMvc web;
  @Autowired private Judged judged;

  @AfterEach
  void clear() {
    judged.clear();
  }

  @Test
  void shouldOpenTheFormToAdminsAlone() throws Exception {
    web.perform(get("/feed-form").param("name", "urlhaus").with(ADMIN))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("https://feeds.example.org/urlhaus")));
    web.perform(get("/feed-form").with(As.person("lea", Role.LEAD)))
        .andExpect(status().isForbidden());
    web.perform(get("/feed-form").param("name", "none").with(ADMIN))
        .andExpect(status().isNotFound());
  }

  @Test
  void shouldSaveWhatIsDefined() throws Exception {
    web.perform(filled(post("/feed-form")).param("more", "folder: INBOX\nafter: 3"))
        .andExpect(redirectedUrl("/feeds/sensors"));

    Feed feed = judged.feeds().getFirst();
    assertThat(feed.definition()).isNotNull();
    assertThat(feed.definition().path("confidence").intValue()).isEqualTo(80);
    assertThat(feed.definition().path("folder").asString()).isEqualTo("INBOX");
    assertThat(feed.definition().path("after").intValue()).isEqualTo(3);
    assertThat(feed.definition().path("secret").path("prefix").asString()).isEqualTo("Bearer ");
    assertThat(feed.definition().has("enabled")).isFalse();
    web.perform(get("/feed-form").param("name", "sensors").with(ADMIN))
        .andExpect(content().string(containsString("folder: INBOX")))
        .andExpect(content().string(containsString("value=\"Bearer \"")));
    web.perform(get("/feeds/sensors").with(ADMIN))
        .andExpect(content().string(containsString("held in")))
        .andExpect(content().string(containsString("/journal?entity=feed/sensors")));
  }

  @Test
  void shouldSayAtEachFieldWhatIsWrong() throws Exception {
    web.perform(
            post("/feed-form")
                .param("name", "sensors")
                .param("provider", "<b>x</b>")
                .param("confidence", "many")
                .with(ADMIN)
                .with(csrf()))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("fields need another look")))
        .andExpect(content().string(containsString("id=\"url-fault\"")))
        .andExpect(content().string(containsString("a number from 0 to 100")))
        .andExpect(content().string(not(containsString("<b>x</b>"))));
    assertThat(judged.decided).isEmpty();
  }

  @Test
  void shouldShowTheStixThatWouldComeOfAPastedSample() throws Exception {
    web.perform(
            filled(post("/feed-form"))
                .param("action", "test")
                .param("format", "url-list")
                .param("sample", "http://bad.example.com/a\nno <i>address</i>\n"))
        .andExpect(content().string(containsString("1 record understood")))
        .andExpect(content().string(containsString("as the definition says")))
        .andExpect(content().string(containsString("observed-data")))
        .andExpect(content().string(containsString("line 2")))
        .andExpect(content().string(not(containsString("<i>address</i>"))));
    assertThat(judged.decided).isEmpty();
  }

  @Test
  void shouldTryAFileAndTheBeginningOfTheFeed() throws Exception {
    MockPart file =
        new MockPart(
            "upload", "urls.txt", "http://up.example.com/\n".getBytes(StandardCharsets.UTF_8));
    web.perform(filled(multipart("/feed-form").part(file)).param("action", "test"))
        .andExpect(content().string(containsString("http://up.example.com/")))
        .andExpect(content().string(containsString("What would come of it")));
    web.perform(filled(post("/feed-form")).param("action", "fetch"))
        .andExpect(content().string(containsString("recognised, ")))
        .andExpect(content().string(containsString("http://bad.example.com/a")));
    web.perform(filled(post("/feed-form")).param("action", "test"))
        .andExpect(content().string(containsString("not a single byte")));
  }

  private static <B extends AbstractMockHttpServletRequestBuilder<B>> B filled(B request) {
    return request
        .param("name", "sensors")
        .param("version", "0")
        .param("provider", "cert-xy")
        .param("feed", "xy")
        .param("way", "url")
        .param("url", "https://feeds.example.org/xy")
        .param("kind", "list")
        .param("tlp", "GREEN")
        .param("confidence", "80")
        .param("schedule", "PT1H")
        .param("licence", "ours")
        .param("documentation", "https://feeds.example.org/")
        .param("secretHeader", "Authorization")
        .param("secretProperty", "tocsin.feeds.secrets.xy")
        .param("secretPrefix", "Bearer ")
        .with(ADMIN)
        .with(csrf());
  }
}
