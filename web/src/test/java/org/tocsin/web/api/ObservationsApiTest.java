package org.tocsin.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.RawLocation;
import org.tocsin.model.rsit.Rsit;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.tlp.Tlp;
import org.tocsin.store.ObservationQuery;
import org.tocsin.store.ObservationQuery.Order;
import org.tocsin.web.fake.As;
import org.tocsin.web.fake.Kept;
import org.tocsin.web.fake.Made;
import org.tocsin.web.fake.Streamed;
import org.tocsin.web.fake.WebTest;

@WebTest
class ObservationsApiTest {
  private static final RequestPostProcessor ANALYST = As.program("alma", Role.ANALYST);
  private static final RequestPostProcessor FOCAL = As.program("focal-fr", Role.FOCAL_POINT);
  private static final RawLocation RAW = new RawLocation(Lane.BULK, 0, 5);

  @Autowired private MockMvc web;
  @Autowired private Kept kept;
  @Autowired private Streamed streamed;

  @BeforeEach
  void keep() {
    for (Tlp tlp : Tlp.values()) {
      kept.observations.add(
          Made.observation(tlp.ordinal(), tlp, "feed-1", Rsit.C2_SERVER, Made.NOON, RAW));
    }
    String rows = Made.row(0, "192.0.2.1") + Made.row(1, "192.0.2.2");
    streamed.records.put(RAW, Made.raw(5, "shadowserver", "", Made.HEADER + rows, 1));
  }

  @AfterEach
  void clear() {
    kept.clear();
    streamed.clear();
  }

  @Test
  void shouldGiveEachItemItsFactsAndItsStix() throws Exception {
    ask("/api/observations?limit=1", ANALYST)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items", hasSize(1)))
        .andExpect(jsonPath("$.items[0].id", is(Made.id(0).toString())))
        .andExpect(jsonPath("$.items[0].observedAt", is("2026-03-01T12:00:00Z")))
        .andExpect(jsonPath("$.items[0].collectedAt", is("2026-03-01T13:00:00.000Z")))
        .andExpect(jsonPath("$.items[0].added", is("2026-03-01T13:00:05.000000Z")))
        .andExpect(jsonPath("$.items[0].provider", is("shadowserver")))
        .andExpect(jsonPath("$.items[0].classification", is("malicious-code")))
        .andExpect(jsonPath("$.items[0].type", is("c2-server")))
        .andExpect(jsonPath("$.items[0].tlp", is("TLP:CLEAR")))
        .andExpect(jsonPath("$.items[0].raw.href", is("/api/observations/" + Made.id(0) + "/raw")))
        .andExpect(jsonPath("$.items[0].objects[0].type", is("observed-data")))
        .andExpect(jsonPath("$.items[0].objects[1].value", is("192.0.2.1")))
        .andExpect(jsonPath("$.cursor", is("c1")))
        .andExpect(jsonPath("$.more", is(true)));
  }

  @Test
  void shouldSaySinceWhenAndWhetherStillAListHoldsIt() throws Exception {
    kept.observations.add(Made.listed(7, Made.NOON, null));
    kept.observations.add(Made.listed(8, Made.NOON, Made.NOON.plusSeconds(60)));

    ask("/api/observations/" + Made.id(7), ANALYST)
        .andExpect(jsonPath("$.lastReported", is("2026-03-01T12:00:00.000Z")))
        .andExpect(jsonPath("$.endedAt").doesNotExist());
    ask("/api/observations/" + Made.id(8), ANALYST)
        .andExpect(jsonPath("$.endedAt", is("2026-03-01T12:01:00.000Z")));
    ask("/api/observations/" + Made.id(0), ANALYST)
        .andExpect(jsonPath("$.lastReported").doesNotExist());
  }

  @Test
  void shouldShowFocalPointGreenButNotAmber() throws Exception {
    ask("/api/observations", FOCAL)
        .andExpect(jsonPath("$.items[*].tlp", is(List.of("TLP:CLEAR", "TLP:GREEN"))))
        .andExpect(jsonPath("$.items[0].receipt").doesNotExist())
        .andExpect(jsonPath("$.items[0].raw").doesNotExist());
    ask("/api/observations/" + Made.id(1), FOCAL).andExpect(status().isOk());
    ask("/api/observations/" + Made.id(2), FOCAL).andExpect(status().isNotFound());
  }

  @Test
  void shouldShowFeedItsOwnWhateverTheLevel() throws Exception {
    ask("/api/observations", As.program("feed-1", Role.FEED))
        .andExpect(jsonPath("$.items", hasSize(5)));
    ask("/api/observations", As.program("feed-2", Role.FEED))
        .andExpect(jsonPath("$.items", hasSize(1)));
  }

  @Test
  void shouldRefuseAnonymous() throws Exception {
    web.perform(get("/api/observations")).andExpect(status().isUnauthorized());
  }

  @Test
  void shouldServeNothingBeyondTheHorizon() throws Exception {
    streamed.horizon = Instant.parse("2026-03-01T13:00:05.000001Z");

    ask("/api/observations", ANALYST).andExpect(jsonPath("$.items", hasSize(2)));
  }

  @Test
  void shouldKeepTheCursorGoodWhenThereIsNothing() throws Exception {
    ask("/api/observations?provider=nobody&cursor=c0", ANALYST)
        .andExpect(jsonPath("$.items", hasSize(0)))
        .andExpect(jsonPath("$.cursor", is("c0")))
        .andExpect(jsonPath("$.more", is(false)));
  }

  @Test
  void shouldHandEveryConditionToTheStore() throws Exception {
    ask(
            "/api/observations?q=open http&type=c2-server&ip=192.0.2.0/24&asn=AS64496"
                + "&domain=Example.org&url=https://example.org/a&hash=D41D8CD98F00B204E9800998ECF8427E"
                + "&country=se&provider=shadowserver&listed=True&from=2026-03-01&to=2026-03-02T00:00:00Z"
                + "&cursor=c0&limit=7&order=newest",
            ANALYST)
        .andExpect(status().isOk());

    assertThat(kept.queries)
        .containsExactly(
            new ObservationQuery(
                "open http",
                "c2-server",
                "192.0.2.0/24",
                64_496L,
                "example.org",
                "https://example.org/a",
                "d41d8cd98f00b204e9800998ecf8427e",
                "SE",
                "shadowserver",
                true,
                Instant.parse("2026-03-01T00:00:00Z"),
                Instant.parse("2026-03-02T00:00:00Z"),
                Order.NEWEST,
                "c0",
                7));
  }

  @Test
  void shouldFollowByDefault() throws Exception {
    ask("/api/observations", ANALYST).andExpect(status().isOk());

    assertThat(kept.queries.getFirst().order()).isEqualTo(Order.ADDED);
    assertThat(kept.queries.getFirst().limit()).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({
    "limit,0",
    "limit,1001",
    "limit,x",
    "from,yesterday",
    "to,2026-13-01",
    "asn,AS4294967296",
    "country,SWE",
    "hash,xyz",
    "type,bad",
    "order,oldest",
    "listed,maybe"
  })
  void shouldNameTheParameterThatCannotBeRead(String parameter, String value) throws Exception {
    ask("/api/observations?" + parameter + "=" + value, ANALYST)
        .andExpect(status().isBadRequest())
        .andExpect(content().contentType("application/problem+json"))
        .andExpect(jsonPath("$.parameter", is(parameter)))
        .andExpect(jsonPath("$.detail", containsString("'" + parameter + "'")));
  }

  @Test
  void shouldRefuseForeignCursor() throws Exception {
    ask("/api/observations?cursor=forged", ANALYST)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.detail", containsString("cursor")))
        .andExpect(jsonPath("$.parameter", is("cursor")));
  }

  @Test
  void shouldGiveTheRowWithItsHeader() throws Exception {
    ask("/api/observations/" + Made.id(0) + "/raw", ANALYST)
        .andExpect(status().isOk())
        .andExpect(content().string(Made.HEADER + Made.row(0, "192.0.2.1")))
        .andExpect(content().contentType("text/plain;charset=UTF-8"))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(header().string("Content-Disposition", containsString("attachment")));
  }

  @Test
  void shouldGiveTheWholeRawRecord() throws Exception {
    ask("/api/observations/" + Made.id(0) + "/raw?whole=true", ANALYST)
        .andExpect(
            content().string(Made.HEADER + Made.row(0, "192.0.2.1") + Made.row(1, "192.0.2.2")));
  }

  @Test
  void shouldHideRawBytesFromThoseWhoMayOnlySeeTheObservation() throws Exception {
    ask("/api/observations/" + Made.id(0), FOCAL).andExpect(status().isOk());
    ask("/api/observations/" + Made.id(0) + "/raw", FOCAL).andExpect(status().isNotFound());
    ask("/api/observations/" + Made.id(0) + "/raw?whole=true", FOCAL)
        .andExpect(status().isNotFound());
    ask("/api/observations/" + Made.id(0) + "/raw", As.program("feed-1", Role.FEED))
        .andExpect(status().isOk());
  }

  @Test
  void shouldSayGoneWhenRetentionHasTakenTheBytes() throws Exception {
    streamed.records.clear();

    ask("/api/observations/" + Made.id(0) + "/raw", ANALYST)
        .andExpect(status().isGone())
        .andExpect(jsonPath("$.type", is("/problems#gone")));
  }

  private ResultActions ask(String address, RequestPostProcessor who) throws Exception {
    return web.perform(get(address).with(who));
  }
}
