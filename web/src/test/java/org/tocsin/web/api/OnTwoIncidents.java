package org.tocsin.web.api;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.web.fake.As;
import org.tocsin.web.fake.Followed;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.fake.Kept;
import org.tocsin.web.fake.Made;
import org.tocsin.web.fake.WebTest;

/** Two incidents of two days, what is observed of them, and those who work on them. */
@WebTest
abstract class OnTwoIncidents {
  static final RequestPostProcessor ANALYST = As.program("alma", Role.ANALYST);
  static final RequestPostProcessor LEAD = As.program("leo", Role.LEAD);
  static final RequestPostProcessor AUDITOR = As.program("aude", Role.AUDITOR);
  static final RequestPostProcessor FRENCH =
      As.programOf(As.ORGANISATION, "focal-fr", Role.FOCAL_POINT);

  @Autowired MockMvc web;
  @Autowired Judged judged;
  @Autowired Kept kept;
  @Autowired Followed followed;

  UUID first;
  UUID second;

  @BeforeEach
  void open() {
    RawLocation raw = new RawLocation(Lane.BULK, 0, 5);
    for (int n = 0; n < 4; n++) {
      kept.observations.add(
          Made.observation(n, Tlp.AMBER, "feed-1", Rsit.C2_SERVER, Made.NOON, raw));
    }
    first = Made.opened(judged, 1, "192.0.2.1", Tlp.AMBER);
    second = Made.opened(judged, 2, "192.0.2.1", Tlp.AMBER);
    followed.episodes.put(first, Set.of(Made.id(0), Made.id(1)));
    followed.episodes.put(second, Set.of(Made.id(2)));
  }

  @AfterEach
  void clear() {
    judged.clear();
    kept.clear();
    followed.clear();
  }

  ResultActions act(UUID id, RequestPostProcessor who, String action, String more)
      throws Exception {
    return send("/api/incidents/" + id + "/actions", who, command(action, more));
  }

  /** A command; what it is told in single quotes. */
  static String command(String action, String more) {
    return "{\"commandId\": \"%s\", \"action\": \"%s\"%s}"
        .formatted(UUID.randomUUID(), action, more.isEmpty() ? "" : ", " + more.replace('\'', '"'));
  }

  ResultActions send(String path, RequestPostProcessor who, String body) throws Exception {
    return web.perform(post(path).with(who).contentType(MediaType.APPLICATION_JSON).content(body));
  }

  ResultActions ask(String path, RequestPostProcessor who) throws Exception {
    return web.perform(get(path).with(who));
  }

  static String body(ResultActions answer) throws Exception {
    return answer.andReturn().getResponse().getContentAsString();
  }
}
