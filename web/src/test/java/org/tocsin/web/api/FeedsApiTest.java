package org.tocsin.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tocsin.model.sharing.Role;
import org.tocsin.web.fake.As;
import org.tocsin.web.fake.Fetching;
import org.tocsin.web.fake.WebTest;
import org.tocsin.web.feed.FeedAction;

@WebTest
class FeedsApiTest {
  private static final RequestPostProcessor LEAD = As.program("lea", Role.LEAD);
  private static final RequestPostProcessor ANALYST = As.program("alma", Role.ANALYST);

  @Autowired private MockMvc web;
  @Autowired private Fetching fetching;

  @AfterEach
  void clear() {
    fetching.done.clear();
  }

  @Test
  void shouldTellHowEachFeedFares() throws Exception {
    web.perform(get("/api/feeds").with(ANALYST))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.here", is(true)))
        .andExpect(jsonPath("$.items", hasSize(2)))
        .andExpect(jsonPath("$.items[0].name", is("osint")))
        .andExpect(jsonPath("$.items[0].state", is("failing")))
        .andExpect(jsonPath("$.items[0].lagSeconds", is(7500)))
        .andExpect(jsonPath("$.items[0].records", is(12431)))
        .andExpect(jsonPath("$.items[0].tlp", is("TLP:CLEAR")))
        .andExpect(jsonPath("$.items[1].state", is("off")));
    web.perform(get("/api/feeds").with(As.program("focal", Role.FOCAL_POINT)))
        .andExpect(status().isForbidden());
  }

  @Test
  void shouldPauseAndRunForLeadsAndAdminsAlone() throws Exception {
    act("osint", "pause", LEAD).andExpect(jsonPath("$.state", is("paused")));
    act("osint", "run", As.program("ada", Role.ADMIN)).andExpect(status().isOk());
    act("osint", "resume", ANALYST).andExpect(status().isForbidden());
    act("osint", "resume", As.program("ines", Role.AUDITOR)).andExpect(status().isForbidden());
    act("osint", "resume", As.program("focal", Role.FOCAL_POINT)).andExpect(status().isNotFound());

    assertThat(fetching.done).containsExactly(FeedAction.PAUSE, FeedAction.RUN);
  }

  @Test
  void shouldRefuseWhatMakesNoSense() throws Exception {
    act("none", "pause", LEAD).andExpect(status().isNotFound());
    act("osint", "explode", LEAD)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.parameter", is("action")));
    act("urlhaus", "run", LEAD)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail", containsString("switched off")));
  }

  @Test
  void shouldOfferOnThePageOnlyWhatTheReaderMayDo() throws Exception {
    web.perform(get("/feeds").with(As.person("alma", Role.ANALYST)))
        .andExpect(content().string(containsString("2 hours 5 minutes behind")))
        .andExpect(content().string(containsString("MISP feed, every 6 hours")))
        .andExpect(content().string(not(containsString("Fetch now"))));
    web.perform(get("/feeds").with(As.person("lea", Role.LEAD)))
        .andExpect(content().string(containsString("Fetch now")));
    web.perform(get("/feeds/urlhaus").with(As.person("lea", Role.LEAD)))
        .andExpect(content().string(containsString("Read its terms")))
        .andExpect(content().string(not(containsString("Fetch now"))));
  }

  @Test
  void shouldGoBackToThePageItWasAskedOn() throws Exception {
    web.perform(
            post("/feeds/osint/actions")
                .param("action", "pause")
                .param("list", "true")
                .with(As.person("lea", Role.LEAD))
                .with(csrf()))
        .andExpect(redirectedUrl("/feeds"));
    web.perform(get("/feeds/osint").with(As.person("lea", Role.LEAD)))
        .andExpect(content().string(containsString("Go on")));
  }

  private ResultActions act(String feed, String action, RequestPostProcessor who) throws Exception {
    return web.perform(
        post("/api/feeds/" + feed + "/actions")
            .with(who)
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"action\": \"" + action + "\"}"));
  }
}
