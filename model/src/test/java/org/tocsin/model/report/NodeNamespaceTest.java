package org.tocsin.model.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NodeNamespaceTest {
  private static final NodeNamespace NODE =
      new NodeNamespace(UUID.fromString("6f1b8d2e-52a7-4c0e-9d3c-7a3f5e0c9b41"));
  private static final Origin ORIGIN = new Origin("provider", "feed");

  @Test
  void shouldGiveTheSameContentTheSameId() {
    assertThat(content(ORIGIN, "format", "a,b", "1,2"))
        .isEqualTo(content(ORIGIN, "format", "a,b", "1,2"));
  }

  @Test
  void shouldTellContentApartByEverythingThatGivesItMeaning() {
    Set<UUID> ids = new HashSet<>();
    ids.add(content(ORIGIN, "format", "a,b", "1,2"));
    ids.add(content(new Origin("other", "feed"), "format", "a,b", "1,2"));
    ids.add(content(new Origin("provider", "other"), "format", "a,b", "1,2"));
    ids.add(content(ORIGIN, "other", "a,b", "1,2"));
    ids.add(content(ORIGIN, "format", "a,c", "1,2"));
    ids.add(content(ORIGIN, "format", "a,b", "1,3"));
    ids.add(content(ORIGIN, "format", "a,b1", ",2"));
    ids.add(content(ORIGIN, "format", "a,b1,2"));
    ids.add(
        new NodeNamespace(new UUID(1, 2))
            .contentId(ORIGIN, "format", List.of("a,b".getBytes(UTF_8))));
    assertThat(ids).hasSize(9);
  }

  @Test
  void shouldTellReceiptsVersionsAndContentApart() {
    assertThat(NODE.receipt("a", "b")).isNotEqualTo(NODE.versionId("a", "b"));
    assertThat(NODE.receipt("ab", "c")).isNotEqualTo(NODE.receipt("a", "bc"));
    assertThat(NODE.receipt("client", "key")).isEqualTo(NODE.receipt("client", "key"));
    assertThat(NODE.versionId("x", "1")).isNotEqualTo(NODE.versionId("x", "2"));
  }

  @Test
  void shouldNameProvidersAsStixIdentities() {
    assertThat(NODE.providerIdentity("shadowserver"))
        .matches("identity--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
        .isEqualTo(NODE.providerIdentity("shadowserver"))
        .isNotEqualTo(NODE.providerIdentity("other"));
  }

  private static UUID content(Origin origin, String format, String... parts) {
    return NODE.contentId(
        origin, format, List.of(parts).stream().map(s -> s.getBytes(UTF_8)).toList());
  }
}
