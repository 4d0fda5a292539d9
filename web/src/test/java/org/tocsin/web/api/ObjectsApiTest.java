package org.tocsin.web.api;

import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.web.fake.As;
import org.tocsin.web.fake.Kept;
import org.tocsin.web.fake.Made;
import org.tocsin.web.fake.WebTest;

@WebTest
class ObjectsApiTest {
  @Autowired private MockMvc web;
  @Autowired private Kept kept;

  @BeforeEach
  void keep() {
    String json = "{\"type\":\"indicator\",\"id\":\"indicator--1\",\"x_unknown\":1.50}";
    kept.objects.add(Made.object(1, Tlp.GREEN, "feed-1", json));
    kept.objects.add(Made.object(2, Tlp.AMBER, "feed-1", json));
  }

  @AfterEach
  void clear() {
    kept.clear();
  }

  @Test
  void shouldGiveObjectsAsTheyArrived() throws Exception {
    web.perform(get("/api/objects?type=indicator").with(As.program("alma", Role.ANALYST)))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items", hasSize(2)))
        .andExpect(jsonPath("$.items[0].object.x_unknown", is(1.50)))
        .andExpect(jsonPath("$.items[0].added", is("2026-03-01T12:00:01.000000Z")))
        .andExpect(jsonPath("$.items[0].tlp", is("TLP:GREEN")));
  }

  @Test
  void shouldShowFocalPointGreenButNotAmber() throws Exception {
    web.perform(get("/api/objects").with(As.program("focal-fr", Role.FOCAL_POINT)))
        .andExpect(jsonPath("$.items", hasSize(1)))
        .andExpect(jsonPath("$.items[0].receipt").doesNotExist());
  }

  @Test
  void shouldRefuseUnknownChoiceOfVersions() throws Exception {
    web.perform(get("/api/objects?versions=some").with(As.program("alma", Role.ANALYST)))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.parameter", is("versions")));
  }
}
