package org.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.tocsin.ingest.registration.Terms;
import org.tocsin.ingest.submission.RoomLimits;
import org.tocsin.ingest.unpack.UnpackLimits;
import org.tocsin.model.report.Origin;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.tlp.Tlp;

class PropertiesTest {
  @Test
  void shouldHaveTheDefaultsItSays() {
    IngestProperties properties = bind("tocsin.ingest", IngestProperties.class, Map.of());

    assertThat(properties.limits().toLimits()).isEqualTo(UnpackLimits.DEFAULTS);
    assertThat(properties.room().toLimits()).isEqualTo(RoomLimits.DEFAULTS);
    assertThat(properties.folder().path()).isEmpty();
    assertThat(properties.folder().poll()).isEqualTo(Duration.ofSeconds(5));
    assertThat(properties.folder().toSettings().flat())
        .isEqualTo(new Origin("national-cert", "reports"));
    assertThat(properties.spoolFolder()).isEqualTo(Path.of(System.getProperty("java.io.tmpdir")));
  }

  @Test
  void shouldReadRegistrations() {
    Map<String, String> given = new LinkedHashMap<>();
    given.put("tocsin.node.name", "cert-xy");
    given.put("tocsin.registrations.feed-a.providers.shadowserver", "scans,events");
    given.put("tocsin.registrations.feed-a.providers.other", "*");
    given.put("tocsin.registrations.feed-a.loosest-tlp", "amber+strict");

    RegistrationProperties properties = bind("tocsin", RegistrationProperties.class, given);

    assertThat(terms(properties, "feed-a", Role.FEED))
        .isEqualTo(new Terms(new Origin("shadowserver", "scans"), null, Tlp.AMBER_STRICT));
    assertThat(terms(properties, "ann", Role.ANALYST).origin().provider()).isEqualTo("cert-xy");
  }

  @Test
  void shouldDoWithoutAnyRegistration() {
    RegistrationProperties properties = bind("tocsin", RegistrationProperties.class, Map.of());

    assertThat(terms(properties, "ann", Role.ANALYST).origin())
        .isEqualTo(new Origin("national-cert", "reports"));
  }

  @Test
  void shouldNotStartWithALevelThatIsNone() {
    assertThatThrownBy(() ->
            bind(
                "tocsin",
                RegistrationProperties.class,
                Map.of(
                    "tocsin.registrations.a.providers.p", "f",
                    "tocsin.registrations.a.tlp", "blue")))
        .isInstanceOf(BindException.class);
  }

  @Test
  void shouldDescribeEveryKeyWithItsDefault() throws IOException {
    String readme = Files.readString(Path.of("README.md"));

    Map<String, String> keys = new LinkedHashMap<>();
    collectKeys("tocsin.ingest", IngestProperties.class, keys);

    assertThat(keys).hasSizeGreaterThan(15);
    keys.forEach((key, value) ->
        assertThat(readme.lines().filter(line -> line.startsWith("| `" + key + "`")))
            .as(key)
            .hasSize(1)
            .allMatch(line -> value.isEmpty() || line.contains("| `" + value + "` |")));
  }

  private static void collectKeys(String prefix, Class<?> type, Map<String, String> keys) {
    for (RecordComponent component : type.getRecordComponents()) {
      String name = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      String key = prefix + "." + name;
      if (component.getType().isRecord()) {
        collectKeys(key, component.getType(), keys);
      } else {
        keys.put(key, defaultOf(type, component.getName()));
      }
    }
  }

  private static String defaultOf(Class<?> type, String name) {
    return Arrays.stream(type.getDeclaredConstructors()[0].getParameters())
        .filter(parameter -> parameter.getName().equals(name))
        .map(parameter -> parameter.getAnnotation(DefaultValue.class))
        .filter(Objects::nonNull)
        .flatMap(value -> Arrays.stream(value.value()))
        .findFirst()
        .orElse("");
  }

  private static Terms terms(RegistrationProperties properties, String name, Role role) {
    return properties
        .toRegistrations()
        .of(new Reader(name, Set.of(role), null))
        .terms(null, null, null);
  }

  private static <T> T bind(String prefix, Class<T> type, Map<String, String> given) {
    return new Binder(new MapConfigurationPropertySource(given)).bindOrCreate(prefix, type);
  }
}
