package org.tocsin.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.tocsin.model.stix.StixJson;
import org.tocsin.web.fake.WebTest;
import tools.jackson.databind.JsonNode;

@WebTest
class ApiDescriptionTest {
  @Autowired private MockMvc web;

  @Test
  void shouldDescribeEveryOperationInTheOpen() throws Exception {
    JsonNode api =
        StixJson.MAPPER.readTree(
            web.perform(get("/v3/api-docs"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());

    assertThat(api.at("/info/title").asString()).isEqualTo("Tocsin");
    assertThat(api.at("/components/securitySchemes/bearer/scheme").asString()).isEqualTo("bearer");
    assertThat(api.at("/components/securitySchemes/basic/scheme").asString()).isEqualTo("basic");
    assertThat(api.path("security").size()).isEqualTo(2);
    assertThat(api.path("paths").propertyNames())
        .containsExactlyInAnyOrder(
            "/api/reports/{receipt}",
            "/api/accounting",
            "/api/feeds",
            "/api/feeds/{name}",
            "/api/feeds/{name}/actions",
            "/api/feeds/{name}/definition",
            "/api/feeds/test",
            "/api/feeds/ways/{way}",
            "/api/feeds/ways/{way}/actions",
            "/api/hunts",
            "/api/observations",
            "/api/observations/{id}",
            "/api/observations/{id}/raw",
            "/api/objects",
            "/api/incidents/{id}/stix",
            "/api/rejects",
            "/api/rejects/{id}",
            "/api/rejects/{id}/raw",
            "/api/rejects/{id}/redrive",
            "/api/directory",
            "/api/directory/{id}",
            "/api/directory/{id}/actions",
            "/api/sharing-groups",
            "/api/sharing-groups/{id}",
            "/api/sharing-groups/{id}/actions",
            "/api/incidents",
            "/api/incidents/{id}",
            "/api/incidents/{id}/timeline",
            "/api/incidents/{id}/observations",
            "/api/incidents/{id}/messages",
            "/api/incidents/{id}/attachments",
            "/api/incidents/{id}/attachments/{attachment}",
            "/api/incidents/{id}/actions",
            "/api/incidents/actions",
            "/api/warnings",
            "/api/warnings/{id}",
            "/api/warnings/{id}/actions",
            "/api/warnings/{id}/versions/{version}",
            "/api/warnings/{id}/deliveries",
            "/api/deliveries/{id}/replay",
            "/api/warnings/{id}/acknowledgements",
            "/api/subscriptions",
            "/api/subscriptions/{id}",
            "/api/subscriptions/{id}/actions",
            "/api/subscriptions/{id}/confirmation",
            "/api/subscriptions/{id}/test",
            "/api/subscriptions/test",
            "/api/journal",
            "/api/journal/verify",
            "/api/commands/{id}");
    api.path("paths")
        .forEach(path ->
            path.forEach(operation -> {
              assertThat(operation.path("summary").asString()).isNotBlank();
              assertThat(
                      operation.at("/responses/404/content/application~1problem+json/schema/$ref"))
                  .isNotNull();
              operation
                  .path("parameters")
                  .forEach(parameter ->
                      assertThat(parameter.path("name").asString()).isNotEqualTo("reader"));
            }));
    assertThat(api.at("/paths/~1api~1observations/get/parameters").size()).isEqualTo(15);
  }
}
