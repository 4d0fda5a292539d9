package org.tocsin.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.HtmlUtils;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.sharing.Role;
import org.tocsin.web.fake.As;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.fake.Made;
import org.tocsin.web.fake.WebTest;

@WebTest
class DirectoryFormsTest {
  private static final RequestPostProcessor ADMIN = As.person("admin", Role.ADMIN);
  private static final Pattern FIELD =
      Pattern.compile("<input[^>]*name=\"(\\w+)\"[^>]*value=\"([^\"]*)\"");
  private static final Pattern AREA =
      Pattern.compile("<textarea name=\"(\\w+)\"[^>]*>([^<]*)</textarea>");
  private static final String KEY =
      """
      {"kind": "pgp", "fingerprint": "0123456789ABCDEF0123456789ABCDEF01234567",
       "text": "-----BEGIN PGP PUBLIC KEY BLOCK-----", "note": "read out"}
      """;

  @Autowired private MockMvc web;
  @Autowired private Judged judged;

  @BeforeEach
  void fill() {
    judged
        .journal()
        .append(
            Made.put(
                Organisation.ref("bank"),
                """
                {"name": "Bank", "kind": "constituent", "country": "FR",
                 "assets": ["192.0.2.0/24", "AS64496"], "identities": ["siem"], "keys": [%s],
                 "contacts": [{"name": "Desk", "email": "desk@bank.example",
                               "languages": ["fr", "en"], "hours": "24/7", "published": true},
                              {"name": "Ann", "role": "duty", "phone": "+33 1 23"}]}
                """
                    .formatted(KEY)));
    judged
        .journal()
        .append(
            Made.put(
                SharingGroup.ref("west"),
                "{\"name\": \"West\", \"owner\": \"bank\", \"members\": [\"bank\"]}"));
  }

  @AfterEach
  void clear() {
    judged.clear();
  }

  @Test
  void shouldSaveWhatItShowsUnchanged() throws Exception {
    Organisation before = organisation();
    Map<String, String> fields = fields("/organisation-form?id=bank", ADMIN);
    fields.put("kind", "constituent");

    send("/organisation-form", fields, ADMIN).andExpect(redirectedUrl("/directory/bank"));

    assertThat(organisation()).isEqualTo(before);
    assertThat(judged.now.get(Organisation.ref("bank")).version()).isEqualTo(2);
  }

  @Test
  void shouldMakeAnOrganisation() throws Exception {
    Map<String, String> fields = fields("/organisation-form", ADMIN);
    fields.putAll(
        Map.of("id", "mill", "name", "Mill", "kind", "peer", "assets", "AS1\n\nmill.example"));

    send("/organisation-form", fields, ADMIN).andExpect(redirectedUrl("/directory/mill"));

    web.perform(get("/directory/mill").with(ADMIN))
        .andExpect(content().string(containsString("mill.example")));
    web.perform(get("/directory").with(ADMIN)).andExpect(content().string(containsString("Mill")));
  }

  @Test
  void shouldKeepWhatWasWrittenWhenAFieldIsWrong() throws Exception {
    Map<String, String> fields = fields("/organisation-form", ADMIN);
    fields.putAll(Map.of("id", "mill", "name", "Mill", "kind", "peer", "assets", "not an asset"));

    send("/organisation-form", fields, ADMIN)
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("assets[0]: a domain")))
        .andExpect(content().string(containsString(">not an asset</textarea>")));
    fields.put("id", "NO ID");
    send("/organisation-form", fields, ADMIN)
        .andExpect(content().string(containsString("id: 1 to 64 of")));
  }

  @Test
  void shouldNotOverwriteWhatSomebodyElseChanged() throws Exception {
    Map<String, String> fields = fields("/organisation-form?id=bank", ADMIN);
    fields.put("kind", "peer");
    judged
        .journal()
        .append(Made.put(Organisation.ref("bank"), "{\"name\": \"Other\", \"kind\": \"peer\"}"));

    send("/organisation-form", fields, ADMIN)
        .andExpect(content().string(containsString("Somebody else changed it")));
    assertThat(organisation().name()).isEqualTo("Other");
  }

  @Test
  void shouldRetire() throws Exception {
    Map<String, String> fields = fields("/organisation-form?id=bank", ADMIN);
    fields.put("action", "retire");

    send("/organisation-form", fields, ADMIN).andExpect(redirectedUrl("/directory/bank"));

    assertThat(organisation().retired()).isTrue();
    assertThat(organisation().assets()).hasSize(2);
  }

  @Test
  void shouldLetTheOwnerChangeMembersAndNobodyElse() throws Exception {
    RequestPostProcessor owner = As.personOf("bank", "focal", Role.FOCAL_POINT);
    Map<String, String> fields = fields("/sharing-group-form?id=west", owner);
    assertThat(fields).containsEntry("members", "bank").containsEntry("owner", "bank");
    fields.put("members", "");

    send("/sharing-group-form", fields, owner).andExpect(redirectedUrl("/sharing-groups/west"));
    assertThat(judged.now.get(SharingGroup.ref("west")).as(SharingGroup.class).members()).isEmpty();

    RequestPostProcessor other = As.personOf("mill", "other", Role.FOCAL_POINT);
    web.perform(get("/sharing-group-form?id=west").with(other)).andExpect(status().isNotFound());
    send("/sharing-group-form", fields, other).andExpect(status().isNotFound());
    RequestPostProcessor analyst = As.person("analyst", Role.ANALYST);
    web.perform(get("/sharing-group-form?id=west").with(analyst)).andExpect(status().isForbidden());
    web.perform(get("/sharing-group-form").with(owner)).andExpect(status().isForbidden());
  }

  @Test
  void shouldOpenOrganisationsToAdminsAlone() throws Exception {
    RequestPostProcessor analyst = As.person("analyst", Role.ANALYST);
    web.perform(get("/organisation-form?id=bank").with(analyst)).andExpect(status().isForbidden());
    send("/organisation-form", Map.of("id", "bank", "name", "Mine", "kind", "peer"), analyst)
        .andExpect(status().isForbidden());
    web.perform(get("/directory/bank").with(analyst))
        .andExpect(content().string(not(containsString("/organisation-form"))));
  }

  private Organisation organisation() {
    return judged.now.get(Organisation.ref("bank")).as(Organisation.class);
  }

  private ResultActions send(String path, Map<String, String> fields, RequestPostProcessor who)
      throws Exception {
    MockHttpServletRequestBuilder request = post(path).with(who).with(csrf());
    fields.forEach(request::param);
    return web.perform(request);
  }

  /** What a browser would send of the form as it is. */
  private Map<String, String> fields(String path, RequestPostProcessor who) throws Exception {
    String page =
        web.perform(get(path).with(who))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString();
    Map<String, String> fields = new LinkedHashMap<>();
    for (Pattern pattern : new Pattern[] {FIELD, AREA}) {
      Matcher matcher = pattern.matcher(page);
      while (matcher.find()) {
        fields.put(matcher.group(1), HtmlUtils.htmlUnescape(matcher.group(2)));
      }
    }
    fields.remove("_csrf");
    return fields;
  }
}
