package org.tocsin.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import java.io.EOFException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tocsin.model.sharing.Role;
import org.tocsin.web.fake.As;
import org.tocsin.web.fake.Kept;
import org.tocsin.web.fake.Streamed;
import org.tocsin.web.fake.WebTest;

@WebTest
class ProblemsTest {
  @Autowired private MockMvc web;
  @Autowired private Kept kept;
  @Autowired private Streamed streamed;

  @AfterEach
  void clear() {
    kept.clear();
    streamed.clear();
  }

  @Test
  void shouldAskAnonymousWhoTheyAre() throws Exception {
    problem(web.perform(get("/api/rejects")), 401, "unauthenticated");
    assertThat(
            web.perform(get("/api/rejects"))
                .andReturn()
                .getResponse()
                .getHeaders(HttpHeaders.WWW_AUTHENTICATE))
        .containsExactly("Bearer realm=\"tocsin\"", "Basic realm=\"tocsin\", charset=\"UTF-8\"");
  }

  @Test
  void shouldSayThatTheTokenIsNotValid() throws Exception {
    problem(
            web.perform(get("/api/rejects").header("Authorization", "Bearer nonsense")),
            401,
            "unauthenticated")
        .andExpect(header().string(HttpHeaders.WWW_AUTHENTICATE, containsString("invalid_token")));
  }

  @Test
  void shouldSayThatKeycloakIsAwayRatherThanThatTheSecretIsWrong() throws Exception {
    problem(
            web.perform(get("/api/rejects").header("Authorization", "Basic YTpi")),
            503,
            "unavailable")
        .andExpect(header().string(HttpHeaders.RETRY_AFTER, "5"));
  }

  @Test
  void shouldSayThatNothingIsThere() throws Exception {
    problem(analyst(get("/api/no-such-thing")), 404, "not-found")
        .andExpect(jsonPath("$.detail", not(containsString("resource"))));
    problem(analyst(get("/taxii2/")), 404, "not-found");
  }

  @Test
  void shouldSayWhichMethodsThereAre() throws Exception {
    problem(analyst(post("/api/observations")), 405, "method-not-allowed")
        .andExpect(header().string(HttpHeaders.ALLOW, "GET"));
  }

  @Test
  void shouldSayThatThisFormIsNotServed() throws Exception {
    problem(
        analyst(get("/api/observations").accept(MediaType.APPLICATION_XML)), 406, "not-acceptable");
  }

  @Test
  void shouldNameParameterOfTheWrongType() throws Exception {
    problem(analyst(get("/api/rejects/x/raw?whole=perhaps")), 400, "bad-request")
        .andExpect(jsonPath("$.parameter", is("whole")));
  }

  @Test
  void shouldSayWhenToTryAgainWhileTheStoreIsAway() throws Exception {
    kept.away = true;
    problem(analyst(get("/api/observations")), 503, "unavailable")
        .andExpect(header().string(HttpHeaders.RETRY_AFTER, "5"));
    problem(analyst(get("/api/accounting")), 503, "unavailable");
  }

  @Test
  void shouldAnswerProgramsOfTheInterfaceWithDocumentsWhateverTheyAccept() throws Exception {
    problem(analyst(get("/api/nothing").accept(MediaType.TEXT_HTML)), 404, "not-found");
  }

  @Test
  void shouldLeaveBrowsersToTheErrorPage() throws Exception {
    web.perform(
            get("/observations/nope")
                .accept(MediaType.TEXT_HTML)
                .with(As.person("alma", Role.ANALYST)))
        .andExpect(status().isNotFound())
        .andExpect(content().string(""));
  }

  @Test
  void shouldShowPeopleFriendlyErrorPage() throws Exception {
    web.perform(failed(404).accept(MediaType.TEXT_HTML))
        .andExpect(status().isNotFound())
        .andExpect(content().contentType("text/html;charset=UTF-8"))
        .andExpect(content().string(containsString("Nothing here")))
        .andExpect(content().string(not(containsString("secret detail"))));
  }

  @Test
  void shouldAnswerProgramsWithDocumentsForWhatFailsOutsideControllers() throws Exception {
    problem(web.perform(failed(400)), 400, "bad-request")
        .andExpect(jsonPath("$.instance", is("/observations/x")))
        .andExpect(content().string(not(containsString("secret detail"))));
    problem(web.perform(failed(500)), 500, "internal");
  }

  @Test
  void shouldSayThatSendingAgainHelpsWhereABodyBrokeOff() throws Exception {
    problem(
        web.perform(failed(400).requestAttr(RequestDispatcher.ERROR_EXCEPTION, new EOFException())),
        408,
        "incomplete");
    problem(web.perform(failed(408)), 408, "incomplete")
        .andExpect(jsonPath("$.detail", containsString("Idempotency-Key")));
  }

  @Test
  void shouldExplainEveryTypeInTheOpen() throws Exception {
    ResultActions page = web.perform(get("/problems")).andExpect(status().isOk());
    for (ProblemType type : ProblemType.values()) {
      page.andExpect(content().string(containsString("id=\"" + type.key() + "\"")));
    }
  }

  @Test
  void shouldHaveTypeForEveryStatus() {
    assertThat(ProblemType.of(HttpStatus.NOT_FOUND)).isEqualTo(ProblemType.NOT_FOUND);
    assertThat(ProblemType.of(HttpStatus.I_AM_A_TEAPOT)).isEqualTo(ProblemType.BAD_REQUEST);
    assertThat(ProblemType.of(HttpStatus.BAD_GATEWAY)).isEqualTo(ProblemType.INTERNAL);
  }

  private static MockHttpServletRequestBuilder failed(int status) {
    return get("/error")
        .with(request -> {
          request.setDispatcherType(DispatcherType.ERROR);
          return request;
        })
        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/observations/x")
        .requestAttr(RequestDispatcher.ERROR_MESSAGE, "secret detail");
  }

  private ResultActions analyst(MockHttpServletRequestBuilder request) throws Exception {
    return web.perform(request.with(As.program("alma", Role.ANALYST)));
  }

  private static ResultActions problem(ResultActions answer, int status, String type)
      throws Exception {
    return answer
        .andExpect(status().is(status))
        .andExpect(content().contentType("application/problem+json"))
        .andExpect(jsonPath("$.type", is("/problems#" + type)))
        .andExpect(jsonPath("$.status", is(status)))
        .andExpect(jsonPath("$.title").isNotEmpty())
        .andExpect(jsonPath("$.detail").isNotEmpty());
  }
}
