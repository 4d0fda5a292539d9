package org.tocsin.web.problem;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.model.sharing.Membership;
import org.tocsin.model.sharing.Memberships;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.stream.StreamUnavailableException;
import org.tocsin.web.fake.As;
import org.tocsin.web.security.SecurityConfiguration;

/** A process that only ingests: its controller is guarded and its errors are documents too. */
@SpringBootTest(classes = OtherModulesTest.IngestOnly.class)
@AutoConfigureMockMvc
class OtherModulesTest {
  @Autowired private MockMvc web;

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({SecurityConfiguration.class, Reports.class})
  static class IngestOnly {
    @Bean
    Memberships memberships() {
      return organisation -> Membership.NONE;
    }
  }

  @RestController
  static class Reports {
    @PostMapping(path = "/api/reports", consumes = "text/csv")
    String accept(@RequestParam String how, @RequestBody String body, Reader reader) {
      return switch (how) {
        case "away" ->
            throw new StreamUnavailableException("kafka:9092", Duration.ofSeconds(9), null);
        case "large" ->
            throw new ErrorResponseException(
                HttpStatus.CONTENT_TOO_LARGE,
                ProblemDetail.forStatusAndDetail(HttpStatus.CONTENT_TOO_LARGE, "33 MiB"),
                null);
        case "broken" -> throw new IllegalStateException("password=hunter2");
        default -> reader.name();
      };
    }
  }

  @Test
  void shouldLetFeedSubmitAndNobodyElse() throws Exception {
    web.perform(report("").with(As.program("feed-1", Role.FEED)))
        .andExpect(status().isOk())
        .andExpect(content().string("feed-1"));
    web.perform(report("").with(anonymous())).andExpect(status().isUnauthorized());
  }

  @Test
  void shouldTurnErrorsOfOtherModulesIntoDocuments() throws Exception {
    web.perform(report("large").with(As.program("feed-1", Role.FEED)))
        .andExpect(status().isContentTooLarge())
        .andExpect(jsonPath("$.type", is("/problems#too-large")))
        .andExpect(jsonPath("$.detail", is("33 MiB")));
    web.perform(report("away").with(As.program("feed-1", Role.FEED)))
        .andExpect(status().isServiceUnavailable())
        .andExpect(header().string("Retry-After", "9"));
  }

  @Test
  void shouldTellNothingOfWhatBroke() throws Exception {
    web.perform(report("broken").with(As.program("feed-1", Role.FEED)))
        .andExpect(status().isInternalServerError())
        .andExpect(content().string(not(containsString("hunter2"))))
        .andExpect(jsonPath("$.reference").isNotEmpty());
  }

  @Test
  void shouldSayThatTheMediaTypeIsUnknown() throws Exception {
    web.perform(
            post("/api/reports?how=")
                .contentType("image/png")
                .content("x")
                .with(As.program("feed-1", Role.FEED)))
        .andExpect(status().isUnsupportedMediaType())
        .andExpect(jsonPath("$.type", is("/problems#unsupported-media-type")));
  }

  @Test
  void shouldKeepEverythingElseShut() throws Exception {
    web.perform(get("/anything").with(As.person("admin", Role.ADMIN)))
        .andExpect(status().isForbidden());
    web.perform(get("/problems")).andExpect(status().isOk());
  }

  private static MockHttpServletRequestBuilder report(String how) {
    return post("/api/reports?how=" + how).contentType("text/csv").content("a,b");
  }
}
