package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tocsin.alerts.taxii.TaxiiProperties;
import org.tocsin.ingest.IngestProperties;
import org.tocsin.ingest.RegistrationProperties;
import org.tocsin.ingest.feed.FeedProperties;
import org.tocsin.triage.TriageProperties;
import org.tocsin.triage.projection.JournalProperties;
import org.tocsin.web.security.IdentityProperties;
import org.tocsin.web.upload.AttachmentProperties;

/** Holds the table of settings in the operations page to the code. */
class ConfigurationReferenceTest {
  private static final List<Class<?>> SETTINGS =
      List.of(
          KafkaProperties.class,
          ElasticsearchProperties.class,
          IdentityProperties.class,
          IngestProperties.class,
          RegistrationProperties.class,
          FeedProperties.class,
          OutwardProperties.class,
          TriageProperties.class,
          JournalProperties.class,
          MailProperties.class,
          TaxiiProperties.class,
          AttachmentProperties.class,
          FormatProperties.class,
          NodeProperties.class);

  @Test
  void shouldListEverySettingWithItsEnvironmentNameAndDefault() throws Exception {
    List<String> lines = Files.readAllLines(Path.of("../docs/operations.md"));
    List<Setting> missing =
        SETTINGS.stream()
            .flatMap(type -> settings(type).stream())
            .filter(setting -> lines.stream().noneMatch(setting::isTold))
            .toList();

    assertThat(missing).as("to be added to, or changed in, docs/operations.md").isEmpty();
  }

  /**
   * One setting.
   *
   * @param row how its row of the table begins
   * @param standard its default as it is written in code, empty where there is none
   */
  private record Setting(String row, String standard) {
    boolean isTold(String line) {
      return line.startsWith(row) && line.contains(standard.isEmpty() ? "" : "`" + standard + "`");
    }
  }

  private static List<Setting> settings(Class<?> type) {
    List<Setting> settings = new ArrayList<>();
    collect(type, type.getAnnotation(ConfigurationProperties.class).value(), settings);
    return settings;
  }

  private static void collect(Class<?> type, String prefix, List<Setting> settings) {
    for (RecordComponent component : type.getRecordComponents()) {
      String key = prefix + "." + kebab(component.getName());
      if (component.getType().isRecord()) {
        collect(component.getType(), key, settings);
      } else if (component.getType() == Map.class) {
        settings.add(new Setting("| `" + key + ".*` | |", ""));
      } else {
        settings.add(
            new Setting(
                "| `" + key + "` | `" + environment(key) + "` |", standard(type, component)));
      }
    }
  }

  private static String standard(Class<?> type, RecordComponent component) {
    DefaultValue value =
        Arrays.stream(type.getDeclaredConstructors())
            .filter(
                constructor -> constructor.getParameterCount() == type.getRecordComponents().length)
            .flatMap(constructor -> Arrays.stream(constructor.getParameters()))
            .filter(parameter -> parameter.getName().equals(component.getName()))
            .findFirst()
            .orElseThrow()
            .getAnnotation(DefaultValue.class);
    return value == null ? "" : String.join(", ", value.value());
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static String environment(String key) {
    return key.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
  }
}
