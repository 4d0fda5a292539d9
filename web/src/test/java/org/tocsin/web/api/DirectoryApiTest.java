package org.tocsin.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tocsin.model.sharing.Role;
import org.tocsin.web.fake.As;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.fake.Made;
import org.tocsin.web.fake.WebTest;

@WebTest
class DirectoryApiTest {
  private static final RequestPostProcessor ADMIN = As.program("admin", Role.ADMIN);
  private static final RequestPostProcessor ANALYST = As.program("analyst", Role.ANALYST);
  private static final RequestPostProcessor FRENCH = focalPointOf("cert-fr");
  private static final RequestPostProcessor GERMAN = focalPointOf("cert-de");

  @Autowired private MockMvc web;
  @Autowired private Judged judged;

  @BeforeEach
  void fill() throws Exception {
    organisation("cert-fr", "FR", "192.0.2.0/24").andExpect(status().isOk());
    organisation("cert-de", "DE", "198.51.100.0/24").andExpect(status().isOk());
    organisation("cert-es", "ES", "192.0.2.128/25").andExpect(status().isOk());
    group(ADMIN, "west", 0, "cert-fr", "cert-fr", "cert-es").andExpect(status().isOk());
  }

  @AfterEach
  void clear() {
    judged.clear();
  }

  @Test
  void shouldListPageByPage() throws Exception {
    String first =
        ask("/api/directory?limit=2", ANALYST)
            .andExpect(jsonPath("$.items[*].id", contains("cert-de", "cert-es")))
            .andExpect(jsonPath("$.more", is(true)))
            .andReturn()
            .getResponse()
            .getContentAsString();
    String cursor = JsonPath.read(first, "$.cursor");

    ask("/api/directory?limit=2&cursor=" + cursor, ANALYST)
        .andExpect(jsonPath("$.items[*].id", contains("cert-fr")))
        .andExpect(jsonPath("$.more", is(false)));
    ask("/api/directory?cursor=!", ANALYST)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.parameter", is("cursor")));
  }

  @Test
  void shouldFindByWordsKindAndCountry() throws Exception {
    ask("/api/directory?q=CERT de", ANALYST)
        .andExpect(jsonPath("$.items[*].id", contains("cert-de")));
    ask("/api/directory?country=fr", ANALYST)
        .andExpect(jsonPath("$.items[*].id", contains("cert-fr")));
    ask("/api/directory?kind=peer", ANALYST).andExpect(jsonPath("$.items", empty()));
    ask("/api/directory?kind=club", ANALYST)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.parameter", is("kind")));
  }

  @Test
  void shouldSayWhoIsResponsibleByTheSmallestAsset() throws Exception {
    ask("/api/directory?asset=192.0.2.1", ANALYST)
        .andExpect(jsonPath("$.items[*].id", contains("cert-fr")));
    ask("/api/directory?asset=192.0.2.200", ANALYST)
        .andExpect(jsonPath("$.items[*].id", contains("cert-es")));
    ask("/api/directory?asset=nonsense nonsense", ANALYST)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.parameter", is("asset")));
  }

  @Test
  void shouldShowTheWholeOfAnOrganisationToItsOwnPeopleAndTheTeamAlone() throws Exception {
    for (RequestPostProcessor whole : new RequestPostProcessor[] {ANALYST, FRENCH}) {
      ask("/api/directory/cert-fr", whole)
          .andExpect(jsonPath("$.assets", contains("192.0.2.0/24")))
          .andExpect(jsonPath("$.contacts[*].name", contains("Desk", "Night desk")))
          .andExpect(jsonPath("$.version", is(1)));
    }
    ask("/api/directory/cert-fr", GERMAN)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.assets").doesNotExist())
        .andExpect(jsonPath("$.identities").doesNotExist())
        .andExpect(jsonPath("$.ceiling").doesNotExist())
        .andExpect(jsonPath("$.contacts[*].name", contains("Desk")));
    ask("/api/directory?q=cert-fr", GERMAN)
        .andExpect(jsonPath("$.items[0].assets").doesNotExist())
        .andExpect(jsonPath("$.items[0].contacts[*].name", contains("Desk")));
    ask("/api/directory?asset=192.0.2.1", GERMAN).andExpect(jsonPath("$.items", empty()));
    ask("/api/directory/nobody", ANALYST).andExpect(status().isNotFound());
    ask("/api/directory/NOBODY", ANALYST).andExpect(status().isNotFound());
  }

  @Test
  void shouldBeChangedByAdminsAlone() throws Exception {
    String body = change(0, "\"name\": \"Mine\", \"kind\": \"constituent\"");
    for (RequestPostProcessor other : new RequestPostProcessor[] {ANALYST, FRENCH}) {
      web.perform(
              put("/api/directory/cert-fr")
                  .with(other)
                  .contentType("application/json")
                  .content(body))
          .andExpect(status().isForbidden())
          .andExpect(jsonPath("$.current").doesNotExist());
    }
  }

  @Test
  void shouldNameTheFieldThatIsWrong() throws Exception {
    send(put("/api/directory/new"), ADMIN, change(0, "\"kind\": \"peer\""))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.detail", is("name: missing")));
    send(put("/api/directory/NEW"), ADMIN, change(0, "\"name\": \"A\", \"kind\": \"peer\""))
        .andExpect(status().isBadRequest());
    send(put("/api/directory/new"), ADMIN, "{\"name\": \"A\", \"kind\": \"peer\"}")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.parameter", is("commandId")));
    send(put("/api/directory/new"), ADMIN, "[1]").andExpect(status().isBadRequest());
    send(put("/api/directory/new"), ADMIN, "{").andExpect(status().isBadRequest());
  }

  @Test
  void shouldShowHowThingsStandToAnAdminWhoLookedTooEarly() throws Exception {
    send(put("/api/directory/cert-fr"), ADMIN, change(0, "\"name\": \"A\", \"kind\": \"peer\""))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.version", is(1)))
        .andExpect(jsonPath("$.current.name", is("CERT-FR")));
  }

  @Test
  void shouldAnswerARepeatedCommandWithItsFirstOutcome() throws Exception {
    String body = change(1, "\"name\": \"Renamed\", \"kind\": \"peer\"");
    send(put("/api/directory/cert-fr"), ADMIN, body).andExpect(jsonPath("$.version", is(2)));

    send(put("/api/directory/cert-fr"), ADMIN, body)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.version", is(2)))
        .andExpect(jsonPath("$.name", is("Renamed")));
  }

  @Test
  void shouldTakeWhatItShows() throws Exception {
    String shown =
        ask("/api/directory/cert-fr", ADMIN).andReturn().getResponse().getContentAsString();
    String again =
        shown.replaceFirst(
            "\\{", "{\"commandId\": \"" + Made.id(77) + "\", \"expectedVersion\": 1, ");

    String taken =
        send(put("/api/directory/cert-fr"), ADMIN, again)
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(taken.replace("\"version\":2", "\"version\":1")).isEqualTo(shown);
  }

  @Test
  void shouldRetireForEverybodyButTheTeam() throws Exception {
    send(post("/api/directory/cert-es/actions"), ADMIN, change(1, "\"action\": \"retire\""))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.retired", is(true)));

    ask("/api/directory/cert-es", GERMAN).andExpect(status().isNotFound());
    ask("/api/directory?q=cert-es", GERMAN).andExpect(jsonPath("$.items", empty()));
    ask("/api/directory/cert-es", ANALYST).andExpect(jsonPath("$.retired", is(true)));
    send(post("/api/directory/cert-es/actions"), ADMIN, change(2, "\"action\": \"praise\""))
        .andExpect(status().isBadRequest());
  }

  @Test
  void shouldShowGroupsToTheirMembersAndTheTeamAlone() throws Exception {
    ask("/api/sharing-groups", ANALYST).andExpect(jsonPath("$.items[*].id", contains("west")));
    ask("/api/sharing-groups", focalPointOf("cert-es")).andExpect(jsonPath("$.items", hasSize(1)));
    ask("/api/sharing-groups/west", FRENCH)
        .andExpect(jsonPath("$.members", contains("cert-fr", "cert-es")));
    ask("/api/sharing-groups", GERMAN).andExpect(jsonPath("$.items", empty()));
    ask("/api/sharing-groups/west", GERMAN).andExpect(status().isNotFound());
    ask("/api/sharing-groups", As.program("feed-1", Role.FEED))
        .andExpect(jsonPath("$.items", empty()));
  }

  @Test
  void shouldLetTheOwnersFocalPointChangeMembers() throws Exception {
    group(FRENCH, "west", 1, "cert-fr", "cert-fr", "cert-de").andExpect(status().isOk());

    ask("/api/sharing-groups/west", GERMAN).andExpect(status().isOk());
    group(GERMAN, "west", 2, "cert-fr", "cert-de").andExpect(status().isForbidden());
    group(focalPointOf("cert-es"), "west", 0, "cert-fr", "cert-es")
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.current").doesNotExist());
    group(ADMIN, "west", 2, "cert-xx", "cert-de").andExpect(status().isBadRequest());
  }

  @Test
  void shouldSayWhereTheOutcomeWillBeWhileTheProjectorStandsStill() throws Exception {
    judged.stopped = true;
    UUID command = Made.id(90);
    String body =
        "{\"commandId\": \"%s\", \"action\": \"retire\", \"expectedVersion\": 1}"
            .formatted(command);

    send(post("/api/sharing-groups/west/actions"), ADMIN, body)
        .andExpect(status().isAccepted())
        .andExpect(header().string("Location", "/api/commands/" + command));
    judged.resume();
    ask("/api/sharing-groups/west", FRENCH).andExpect(status().isNotFound());
    ask("/api/sharing-groups/west", ANALYST).andExpect(jsonPath("$.retired", is(true)));
  }

  private ResultActions organisation(String id, String country, String asset) throws Exception {
    return send(
        put("/api/directory/" + id),
        ADMIN,
        change(
            0,
            """
            "name": "%s", "kind": "focal-point", "country": "%s", "assets": ["%s"],
            "contacts": [{"name": "Desk", "phone": "+33 1 23", "published": true},
                         {"name": "Night desk", "phone": "+33 1 24"}],
            "identities": ["focal"], "ceiling": "TLP:AMBER"
            """
                .formatted(id.toUpperCase(Locale.ROOT), country, asset)));
  }

  private ResultActions group(
      RequestPostProcessor who, String id, int version, String owner, String... members)
      throws Exception {
    String all = "\"" + String.join("\", \"", members) + "\"";
    return send(
        put("/api/sharing-groups/" + id),
        who,
        change(
            version,
            "\"name\": \"West\", \"owner\": \"%s\", \"members\": [%s]".formatted(owner, all)));
  }

  private static String change(int version, String more) {
    return "{\"commandId\": \"%s\", \"expectedVersion\": %d, %s}"
        .formatted(UUID.randomUUID(), version, more);
  }

  private ResultActions send(
      MockHttpServletRequestBuilder request, RequestPostProcessor who, String body)
      throws Exception {
    return web.perform(request.with(who).contentType(MediaType.APPLICATION_JSON).content(body));
  }

  private ResultActions ask(String path, RequestPostProcessor who) throws Exception {
    return web.perform(get(path).with(who));
  }

  private static RequestPostProcessor focalPointOf(String organisation) {
    return SecurityMockMvcRequestPostProcessors.jwt()
        .jwt(token -> token.subject("focal-of-" + organisation).claim("organisation", organisation))
        .authorities(new SimpleGrantedAuthority("ROLE_FOCAL_POINT"));
  }
}
