package org.tocsin.web.api;

import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tocsin.model.journal.Actor;
import org.tocsin.model.sharing.Role;
import org.tocsin.web.fake.As;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.fake.Made;
import org.tocsin.web.fake.Note;
import org.tocsin.web.fake.WebTest;

@WebTest
class JournalApiTest {
  private static final RequestPostProcessor AUDITOR = As.program("ines", Role.AUDITOR);

  @Autowired private MockMvc web;
  @Autowired private Judged judged;

  @BeforeEach
  void decide() {
    judged.journal().append(Note.write(Made.id(1), "first", "alma"));
    Actor bruno = new Actor("bruno", Set.of(Role.ANALYST), "cert-fr");
    judged.journal().append(Note.command(Made.id(2), "write", bruno, 0L, "late"));
    judged.journal().append(Note.command(Made.id(3), "burn", bruno, null, "x"));
  }

  @AfterEach
  void clear() {
    judged.clear();
  }

  @Test
  void shouldShowWhoDecidedWhatAndWhatBecameOfIt() throws Exception {
    ask("/api/journal", AUDITOR)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items[*].verdict").value(hasSize(3)))
        .andExpect(jsonPath("$.items[0].action", is("burn")))
        .andExpect(jsonPath("$.items[0].verdict", is("refused")))
        .andExpect(jsonPath("$.items[0].reason", is("it is wet")))
        .andExpect(jsonPath("$.items[1].verdict", is("conflict")))
        .andExpect(jsonPath("$.items[1].organisation", is("cert-fr")))
        .andExpect(jsonPath("$.items[2].changed[0].entity", is("warning/note")))
        .andExpect(jsonPath("$.items[2].changed[0].version", is(1)));
  }

  @Test
  void shouldFindByActorAndEntity() throws Exception {
    ask("/api/journal?actor=bruno", AUDITOR).andExpect(jsonPath("$.items", hasSize(2)));
    ask("/api/journal?entity=warning/note", AUDITOR).andExpect(jsonPath("$.items", hasSize(3)));
    ask("/api/journal?entity=warning/other", AUDITOR).andExpect(jsonPath("$.items", hasSize(0)));
    ask("/api/journal?entity=nonsense", AUDITOR)
        .andExpect(status().isBadRequest())
        .andExpect(content().contentType("application/problem+json"));
  }

  @Test
  void shouldVerifyForTheTeamAlone() throws Exception {
    ask("/api/journal/verify", AUDITOR).andExpect(jsonPath("$.entries", is(3)));
    ask("/api/journal/verify", As.program("focal", Role.FOCAL_POINT))
        .andExpect(status().isForbidden());
  }

  @Test
  void shouldTellWhoeverGaveACommandWhatBecameOfIt() throws Exception {
    ask("/api/commands/" + Made.id(3), As.program("bruno", Role.FOCAL_POINT))
        .andExpect(jsonPath("$.verdict", is("refused")));
    ask("/api/commands/" + Made.id(3), As.program("other", Role.FOCAL_POINT))
        .andExpect(status().isNotFound());
    ask("/api/commands/" + Made.id(4), AUDITOR).andExpect(status().isNotFound());
    ask("/api/commands/nonsense", AUDITOR).andExpect(status().isNotFound());
  }

  private ResultActions ask(String path, RequestPostProcessor who) throws Exception {
    return web.perform(get(path).with(who));
  }
}
