package org.tocsin.web.api;

import static org.hamcrest.Matchers.containsString;
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
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tocsin.model.account.Account;
import org.tocsin.model.report.Origin;
import org.tocsin.model.sharing.Role;
import org.tocsin.web.fake.As;
import org.tocsin.web.fake.Kept;
import org.tocsin.web.fake.Made;
import org.tocsin.web.fake.WebTest;

@WebTest
class AccountingApiTest {
  private static final String MARCH = "/api/accounting?from=2026-03-01&to=2026-03-02";

  @Autowired private MockMvc web;
  @Autowired private Kept kept;

  @BeforeEach
  void keep() {
    Origin north = new Origin("north", "mail");
    kept.receipts.add(
        Made.complete(
            Made.submission(1, "feed-1", Made.ORIGIN, "a.csv", Made.NOON, 100),
            new Account(100, 90, 5, 0, 5, 0)));
    kept.receipts.add(
        Made.complete(
            Made.submission(2, "feed-1", Made.ORIGIN, "b.csv", Made.NOON.plusSeconds(60), 10),
            new Account(10, 10, 0, 0, 0, 0)));
    kept.receipts.add(
        Made.complete(
            Made.submission(3, "feed-2", north, "c.eml", Made.NOON.plusSeconds(7_200), 7),
            new Account(7, 3, 0, 0, 0, 1)));
  }

  @AfterEach
  void clear() {
    kept.clear();
  }

  @Test
  void shouldAddUpEachHourAndFeedAndAllOfThem() throws Exception {
    ask(MARCH, As.program("alma", Role.AUDITOR))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.rows", hasSize(2)))
        .andExpect(jsonPath("$.rows[0].hour", is("2026-03-01T14:00:00.000Z")))
        .andExpect(jsonPath("$.rows[0].provider", is("north")))
        .andExpect(jsonPath("$.rows[0].difference", is(3)))
        .andExpect(jsonPath("$.rows[1].collected", is(110)))
        .andExpect(jsonPath("$.rows[1].observed", is(100)))
        .andExpect(jsonPath("$.rows[1].difference", is(0)))
        .andExpect(jsonPath("$.total.collected", is(117)))
        .andExpect(jsonPath("$.total.pending", is(1)))
        .andExpect(jsonPath("$.total.difference", is(3)));
  }

  @Test
  void shouldKeepToOneProvider() throws Exception {
    ask(MARCH + "&provider=north", As.program("alma", Role.ANALYST))
        .andExpect(jsonPath("$.rows", hasSize(1)))
        .andExpect(jsonPath("$.total.collected", is(7)));
  }

  @Test
  void shouldShowFeedItsOwnOnly() throws Exception {
    ask(MARCH, As.program("feed-2", Role.FEED)).andExpect(jsonPath("$.total.collected", is(7)));
    ask(MARCH, As.program("focal-fr", Role.FOCAL_POINT))
        .andExpect(jsonPath("$.rows", hasSize(0)))
        .andExpect(jsonPath("$.total.collected", is(0)));
  }

  @Test
  void shouldRefuseSpansThatCannotBe() throws Exception {
    RequestPostProcessor analyst = As.program("alma", Role.ANALYST);
    ask("/api/accounting?from=2026-03-02&to=2026-03-01", analyst)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.parameter", is("from")));
    ask("/api/accounting?from=2025-01-01&to=2026-03-01", analyst)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.detail", containsString("92 days")));
  }

  private ResultActions ask(String address, RequestPostProcessor who) throws Exception {
    return web.perform(get(address).with(who));
  }
}
