package org.tocsin.web.api;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.web.fake.As;
import org.tocsin.web.fake.Kept;
import org.tocsin.web.fake.Made;
import org.tocsin.web.fake.WebTest;

@WebTest
class HuntsApiTest {
  private static final String FOUND = "{\"pattern\": \"[ipv4-addr:value = '192.0.2.8']\"}";

  @Autowired private MockMvc web;
  @Autowired private Kept kept;

  @BeforeEach
  void observe() {
    RawLocation raw = new RawLocation(Lane.BULK, 0, 5);
    for (int number : new int[] {7, 8}) {
      kept.observations.add(
          Made.observation(number, Tlp.RED, "feed-1", Rsit.C2_SERVER, Made.NOON, raw));
    }
  }

  @AfterEach
  void clear() {
    kept.clear();
  }

  @Test
  void shouldAnswerWithTheObservationsAPatternMatches() throws Exception {
    ask(FOUND, Role.ANALYST)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.observations", hasSize(1)))
        .andExpect(jsonPath("$.observations[0]", is(Made.id(7).toString())))
        .andExpect(jsonPath("$.found", is(1)))
        .andExpect(jsonPath("$.times", is(1)))
        .andExpect(jsonPath("$.complete", is(true)));
  }

  @Test
  void shouldHuntForTheTeamAlone() throws Exception {
    for (Role role : EnumSet.allOf(Role.class)) {
      boolean team = new Reader("somebody", Set.of(role), null).isStaff();
      ask(FOUND, role).andExpect(team ? status().isOk() : status().isForbidden());
    }
    web.perform(post("/api/hunts").contentType(MediaType.APPLICATION_JSON).content(FOUND))
        .andExpect(status().isUnauthorized());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {}                                                     | position 0
          {'pattern': '[ipv4-addr:value = 7'}                    | position 20
          {'pattern': '[a:b MATCHES #(?=x)#]'}                   | is not hunted
          {'pattern': '[a:b = 1]', 'days': 0}                    | 'days'
          {'pattern': '[a:b = 1]', 'days': 'ten'}                | 'days'
          """)
  void shouldSayWhatIsWrong(String body, String reason) throws Exception {
    ask(body.replace('\'', '"').replace('#', '\''), Role.ANALYST)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.detail", containsString(reason)));
  }

  private ResultActions ask(String body, Role role) throws Exception {
    return web.perform(
        post("/api/hunts")
            .with(As.program("somebody", role))
            .contentType(MediaType.APPLICATION_JSON)
            .content(body));
  }
}
