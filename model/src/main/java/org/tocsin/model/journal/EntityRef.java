package org.tocsin.model.journal;

import java.util.regex.Pattern;

/**
 * Names one entity.
 *
 * @param kind what it is
 * @param id unique within its kind: a UUID, or a short name such as {@code cert-fr}
 */
public record EntityRef(EntityKind kind, String id) {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  /** Throws IllegalArgumentException for an id that is not 1 to 64 of a-z 0-9 . _ and hyphen. */
  public EntityRef {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("id: 1 to 64 of a-z 0-9 . _ -");
    }
  }

  /** Reads {@link #toString}; throws IllegalArgumentException where it is something else. */
  public static EntityRef of(String text) {
    int slash = text.indexOf('/');
    EntityKind kind =
        EntityKind.ofKey(text.substring(0, Math.max(slash, 0)))
            .orElseThrow(() -> new IllegalArgumentException("entity: kind and id with a slash"));
    return new EntityRef(kind, text.substring(slash + 1));
  }

  /** Kind and id with a slash between, such as {@code warning/0b9d6a54-...}. */
  @Override
  public String toString() {
    return kind.key() + "/" + id;
  }
}
