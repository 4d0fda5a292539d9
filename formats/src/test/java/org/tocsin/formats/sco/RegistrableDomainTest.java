package org.tocsin.formats.sco;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.model.stix.StixJson;
import org.tocsin.model.stix.StixObject;

class RegistrableDomainTest {
  @ParameterizedTest
  @CsvSource({
    "domain-name,www.Example.ORG,example.org",
    "domain-name,a.b.example.co.uk.,example.co.uk",
    "domain-name,münchen.example.de,example.de",
    "domain-name,somebody.github.io,somebody.github.io",
    "url,https://user:secret@shop.example.org:8443/a?b#c,example.org",
    "url,http://www.example.com,example.com",
    "email-addr,Anna@mail.example.org,example.org",
  })
  void shouldFindWhatWasRegistered(String type, String value, String registered) {
    assertThat(RegistrableDomain.of(object(type, value))).contains(registered);
  }

  @ParameterizedTest
  @CsvSource({
    "domain-name,co.uk",
    "domain-name,localhost",
    "domain-name,not a name",
    "url,http://192.0.2.1/x",
    "url,http://[2001:db8::1]/x",
    "url,mailto:a@example.org",
    "url,http://",
  })
  void shouldFindNothingWhereNobodyRegisteredAnything(String type, String value) {
    assertThat(RegistrableDomain.of(object(type, value))).isEmpty();
  }

  private static StixObject object(String type, String value) {
    return new StixObject(StixJson.MAPPER.createObjectNode().put("type", type).put("value", value));
  }
}
