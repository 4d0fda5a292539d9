package org.tocsin.model.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tocsin.model.sharing.Role;

class EntityJsonTest {
  @Test
  void shouldReadACommandAsItWasWritten() {
    Command command =
        new Command(
            UUID.randomUUID(),
            new Actor("focal-fr", Set.of(Role.FOCAL_POINT), "cert-fr"),
            new EntityRef(EntityKind.SHARING_GROUP, "west"),
            null,
            "put",
            EntityJson.MAPPER.createObjectNode().put("name", "West"));

    String json = EntityJson.MAPPER.writeValueAsString(command);

    assertThat(EntityJson.MAPPER.readValue(json, Command.class)).isEqualTo(command);
    assertThat(json).doesNotContain("null");
  }

  @Test
  void shouldWriteOnlyWhatARecordHolds() {
    assertThat(EntityJson.tree(new Thing(Instant.parse("2026-11-25T08:00:00.123456Z"))).toString())
        .isEqualTo("{\"at\":\"2026-11-25T08:00:00.123456Z\"}");
  }

  record Thing(Instant at) implements Entity {
    @Override
    public EntityRef ref() {
      return new EntityRef(EntityKind.WARNING, "thing");
    }

    public boolean isOld() {
      return true;
    }

    public String getName() {
      return "no component";
    }
  }
}
