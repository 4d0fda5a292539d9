package org.tocsin.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tocsin.model.report.RawRecord;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.sharing.Role;
import org.tocsin.store.StoredReject;
import org.tocsin.web.fake.As;
import org.tocsin.web.fake.Kept;
import org.tocsin.web.fake.Made;
import org.tocsin.web.fake.Streamed;
import org.tocsin.web.fake.WebTest;

@WebTest
class RejectsApiTest {
  private static final RequestPostProcessor ANALYST = As.program("alma", Role.ANALYST);
  private static final RequestPostProcessor OWNER = As.program("feed-1", Role.FEED);
  private static final StoredReject ROW =
      Made.reject(5, 1, "feed-1", 3L, "ip", RejectReason.BAD_VALUE);
  private static final StoredReject BINARY =
      Made.reject(6, 0, "feed-1", null, null, RejectReason.UNKNOWN_FORMAT);
  private static final byte[] BYTES = {(byte) 0xff, 0, 1};

  @Autowired private MockMvc web;
  @Autowired private Kept kept;
  @Autowired private Streamed streamed;

  @BeforeEach
  void keep() {
    kept.rejects.add(ROW);
    kept.rejects.add(BINARY);
    String rows = Made.row(0, "192.0.2.1") + Made.row(1, "nowhere") + Made.row(2, "192.0.2.3");
    streamed.records.put(ROW.raw(), Made.raw(5, "shadowserver", "", Made.HEADER + rows, 1));
    RawRecord text = Made.raw(6, RawRecord.UNKNOWN_FORMAT, "", "", 1);
    streamed.records.put(
        BINARY.raw(),
        new RawRecord(
            text.receipt(),
            0,
            text.origin(),
            "feed-1",
            text.format(),
            null,
            null,
            text.loosest(),
            text.collectedAt(),
            1,
            1,
            new byte[0],
            BYTES));
  }

  @AfterEach
  void clear() {
    kept.clear();
    streamed.clear();
  }

  @Test
  void shouldListByReceiptAndReason() throws Exception {
    ask("/api/rejects", ANALYST).andExpect(jsonPath("$.items", hasSize(2)));
    ask("/api/rejects?receipt=" + Made.id(5) + "&reason=bad-value", ANALYST)
        .andExpect(jsonPath("$.items", hasSize(1)))
        .andExpect(jsonPath("$.items[0].id", is(ROW.slot().toString())))
        .andExpect(jsonPath("$.items[0].line", is(3)))
        .andExpect(jsonPath("$.items[0].path", is("ip")))
        .andExpect(jsonPath("$.items[0].reason", is("bad-value")))
        .andExpect(jsonPath("$.items[0].position", is(1)));
    ask("/api/rejects?reason=no-such", ANALYST)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.parameter", is("reason")));
    ask("/api/rejects?receipt=x", ANALYST)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.parameter", is("receipt")));
  }

  @Test
  void shouldShowOnlyTheTeamAndTheSubmitter() throws Exception {
    ask("/api/rejects", OWNER).andExpect(jsonPath("$.items", hasSize(2)));
    for (RequestPostProcessor other :
        new RequestPostProcessor[] {
          As.program("feed-2", Role.FEED), As.program("focal-fr", Role.FOCAL_POINT)
        }) {
      ask("/api/rejects", other).andExpect(jsonPath("$.items", hasSize(0)));
      ask("/api/rejects/" + ROW.slot(), other).andExpect(status().isNotFound());
      ask("/api/rejects/" + ROW.slot() + "/raw", other).andExpect(status().isNotFound());
    }
  }

  @Test
  void shouldGiveTheRowAtFaultUnderItsHeader() throws Exception {
    String text = Made.HEADER + Made.row(1, "nowhere");
    ask("/api/rejects/" + ROW.slot(), ANALYST)
        .andExpect(jsonPath("$.raw", is(text)))
        .andExpect(jsonPath("$.rawBase64", is(Base64.getEncoder().encodeToString(text.getBytes()))))
        .andExpect(jsonPath("$.detail", is("The column ip holds no address.")))
        .andExpect(jsonPath("$.whole", is("/api/rejects/" + ROW.slot() + "/raw?whole=true")));
    ask("/api/rejects/" + ROW.slot() + "/raw", ANALYST).andExpect(content().string(text));
  }

  @Test
  void shouldGiveBytesThatAreNoTextAsBase64Alone() throws Exception {
    ask("/api/rejects/" + BINARY.slot(), ANALYST)
        .andExpect(jsonPath("$.raw").doesNotExist())
        .andExpect(jsonPath("$.rawBase64", is("/wAB")));
    ask("/api/rejects/" + BINARY.slot() + "/raw", ANALYST)
        .andExpect(content().bytes(BYTES))
        .andExpect(content().contentType("application/octet-stream"));
  }

  @Test
  void shouldSendTheRawRecordThroughTriageAgainUnderItsOldSlot() throws Exception {
    redrive(ROW.slot().toString(), ANALYST)
        .andExpect(status().isAccepted())
        .andExpect(header().string("Location", "/api/reports/" + Made.id(5)))
        .andExpect(jsonPath("$.receipt", is(Made.id(5).toString())))
        .andExpect(jsonPath("$.number", is(0)));

    assertThat(streamed.appended).containsExactly(streamed.records.get(ROW.raw()));
  }

  @ParameterizedTest
  @EnumSource(names = {"AUDITOR", "FEED"})
  void shouldRefuseRedriveToThoseWhoMayOnlyLook(Role role) throws Exception {
    redrive(ROW.slot().toString(), As.program("feed-1", role))
        .andExpect(status().isForbidden())
        .andExpect(content().contentType("application/problem+json"));

    assertThat(streamed.appended).isEmpty();
  }

  @Test
  void shouldNotTellStrangersWhatExists() throws Exception {
    redrive(ROW.slot().toString(), As.program("feed-2", Role.FEED))
        .andExpect(status().isNotFound());
  }

  @Test
  void shouldSayWhenToTryAgainWhileKafkaIsAway() throws Exception {
    streamed.away = true;

    redrive(ROW.slot().toString(), ANALYST)
        .andExpect(status().isServiceUnavailable())
        .andExpect(header().string("Retry-After", "7"));
  }

  private ResultActions redrive(String id, RequestPostProcessor who) throws Exception {
    return web.perform(post("/api/rejects/" + id + "/redrive").with(who));
  }

  private ResultActions ask(String address, RequestPostProcessor who) throws Exception {
    return web.perform(get(address).with(who)).andExpect(header().exists("X-Frame-Options"));
  }
}
