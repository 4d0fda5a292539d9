package org.tocsin.web.api;

import static org.hamcrest.Matchers.is;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tocsin.model.account.Account;
import org.tocsin.model.account.Submission;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.web.fake.As;
import org.tocsin.web.fake.Kept;
import org.tocsin.web.fake.Led;
import org.tocsin.web.fake.Made;
import org.tocsin.web.fake.Streamed;
import org.tocsin.web.fake.WebTest;

@WebTest
class ReportsApiTest {
  private static final Submission SUBMISSION =
      Made.submission(1, "feed-1", Made.ORIGIN, "scan_http.csv", Made.NOON, 100);

  @Autowired private MockMvc web;
  @Autowired private Kept kept;
  @Autowired private Streamed streamed;
  @Autowired private Led led;

  @BeforeEach
  void keep() {
    kept.receipts.add(Made.complete(SUBMISSION, new Account(100, 80, 15, 0, 5, 0)));
  }

  @AfterEach
  void clear() {
    kept.clear();
    streamed.clear();
    led.to.clear();
  }

  @Test
  void shouldNameTheIncidentsItLedToAsFarAsThePolicyShowsThem() throws Exception {
    led.to.add(Led.incident("2026-000001", Tlp.CLEAR));
    led.to.add(Led.incident("2026-000002", Tlp.RED));

    account(SUBMISSION.receipt(), As.program("alma", Role.ANALYST))
        .andExpect(jsonPath("$.incidents.length()", is(2)))
        .andExpect(jsonPath("$.incidents[1].number", is("2026-000002")))
        .andExpect(jsonPath("$.incidents[1].title", is("Scanner in AS64500")))
        .andExpect(jsonPath("$.incidents[1].id", is(led.to.get(1).incident().id().toString())));
    account(SUBMISSION.receipt(), As.program("feed-1", Role.FEED))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.incidents.length()", is(1)))
        .andExpect(jsonPath("$.incidents[0].number", is("2026-000001")));
  }

  @Test
  void shouldGiveTheAccount() throws Exception {
    account(SUBMISSION.receipt(), As.program("alma", Role.ANALYST))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.receipt", is(SUBMISSION.receipt().toString())))
        .andExpect(jsonPath("$.provider", is("shadowserver")))
        .andExpect(jsonPath("$.name", is("scan_http.csv")))
        .andExpect(jsonPath("$.lane", is("bulk")))
        .andExpect(jsonPath("$.collectedAt", is("2026-03-01T12:00:00.000Z")))
        .andExpect(jsonPath("$.collected", is(100)))
        .andExpect(jsonPath("$.observed", is(80)))
        .andExpect(jsonPath("$.duplicate", is(15)))
        .andExpect(jsonPath("$.suppressed", is(0)))
        .andExpect(jsonPath("$.rejected", is(5)))
        .andExpect(jsonPath("$.pending", is(0)))
        .andExpect(jsonPath("$.difference", is(0)))
        .andExpect(jsonPath("$.incidents").isEmpty())
        .andExpect(jsonPath("$.state", is("complete")))
        .andExpect(jsonPath("$.tlp").doesNotExist())
        .andExpect(jsonPath("$.fault").doesNotExist())
        .andExpect(jsonPath("$.store").doesNotExist());
  }

  @Test
  void shouldGiveFeedItsOwnAccountOnly() throws Exception {
    account(SUBMISSION.receipt(), As.program("feed-1", Role.FEED)).andExpect(status().isOk());
    account(SUBMISSION.receipt(), As.program("feed-2", Role.FEED))
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.type", is("/problems#not-found")));
  }

  @Test
  void shouldSayNotFoundToWhatIsNoReceipt() throws Exception {
    account(UUID.randomUUID(), As.program("alma", Role.ANALYST)).andExpect(status().isNotFound());
    web.perform(get("/api/reports/nonsense").with(As.program("alma", Role.ANALYST)))
        .andExpect(status().isNotFound());
  }

  @Test
  void shouldFindSubmissionThatIsNotProjectedYet() throws Exception {
    Submission fresh = Made.submission(2, "feed-1", Made.ORIGIN, null, Made.NOON, 40);
    streamed.submissions.put(fresh.receipt(), fresh);
    streamed.committed = 0;

    account(fresh.receipt(), As.program("feed-1", Role.FEED))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.collected", is(40)))
        .andExpect(jsonPath("$.pending", is(40)))
        .andExpect(jsonPath("$.state", is("pending")));
    account(fresh.receipt(), As.program("feed-2", Role.FEED)).andExpect(status().isNotFound());
  }

  @Test
  void shouldGiveCollectedAndPendingWhileTheStoreIsAway() throws Exception {
    streamed.submissions.put(SUBMISSION.receipt(), SUBMISSION);
    streamed.committed = 0;
    kept.away = true;

    account(SUBMISSION.receipt(), As.program("feed-1", Role.FEED))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.collected", is(100)))
        .andExpect(jsonPath("$.pending", is(100)))
        .andExpect(jsonPath("$.state", is("pending")))
        .andExpect(jsonPath("$.store", is("unavailable")))
        .andExpect(jsonPath("$.observed").doesNotExist())
        .andExpect(jsonPath("$.difference").doesNotExist());
    account(SUBMISSION.receipt(), As.program("feed-2", Role.FEED)).andExpect(status().isNotFound());
  }

  @Test
  void shouldGoOnFromTheLastKnownProgressWhileKafkaIsAway() throws Exception {
    account(SUBMISSION.receipt(), As.program("alma", Role.ANALYST)).andExpect(status().isOk());
    streamed.away = true;

    account(SUBMISSION.receipt(), As.program("alma", Role.ANALYST)).andExpect(status().isOk());
  }

  private ResultActions account(UUID receipt, RequestPostProcessor who) throws Exception {
    return web.perform(get("/api/reports/" + receipt).with(who));
  }
}
