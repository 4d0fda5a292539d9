package org.tocsin.model.feed;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Entity;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Field;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was decided about a feed. What the node's own files say of it holds wherever nothing was.
 *
 * @param name its name, in the files too
 * @param definition all that defines it but for the switch, in the words of {@code feeds.yaml};
 *     null where the files define it
 * @param enabled whether it is fetched, null where the files say
 * @param paused whether it is left alone for now
 * @param removed whether there is no such feed any more, whatever the files say
 */
public record Feed(
    String name,
    @Nullable ObjectNode definition,
    @Nullable Boolean enabled,
    boolean paused,
    boolean removed)
    implements Entity {
  /** The key of the switch, which is not part of a definition here. */
  public static final String SWITCH = "enabled";

  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,31}");
  private static final int MOST_KEYS = 40;
  private static final int LONGEST = 2_000;

  /** Throws IllegalArgumentException, naming the field, for what can never be a definition. */
  public Feed {
    name = ref(name).id();
    if (definition != null) {
      requireFlat("", definition, true);
    }
  }

  /** A feed about which nothing was decided. */
  public static Feed untouched(String name) {
    return new Feed(name, null, null, false, false);
  }

  /** Names a feed; throws IllegalArgumentException for what is no name. */
  public static EntityRef ref(String name) {
    return new EntityRef(EntityKind.FEED, name);
  }

  @Override
  public EntityRef ref() {
    return ref(name);
  }

  /** The same, defined so; a removed one is there again. */
  Feed defined(ObjectNode as) {
    return new Feed(name, as, enabled, paused, false);
  }

  /** The same, switched on or off. */
  Feed switched(boolean on) {
    return new Feed(name, definition, on, paused, removed);
  }

  /** The same, paused or going on. */
  Feed paused(boolean now) {
    return new Feed(name, definition, enabled, now, removed);
  }

  /** The same, taken away; whoever takes it back finds it switched off. */
  Feed remove() {
    return new Feed(name, definition, false, false, true);
  }

  /** The same, there again. */
  Feed restore() {
    return new Feed(name, definition, enabled, paused, false);
  }

  /**
   * Which keys there are and what each may hold is for the program that reads it, and grows: what a
   * rule once took must be taken for ever.
   */
  private static void requireFlat(String path, ObjectNode node, boolean outer) {
    if (node.size() > MOST_KEYS) {
      throw Field.bad(path.isEmpty() ? "definition" : path, "more than " + MOST_KEYS + " keys");
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String key = path + entry.getKey();
      if (!KEY.matcher(entry.getKey()).matches()) {
        throw Field.bad(path + "key", "a word of a-z 0-9 and hyphen");
      }
      switch (entry.getValue()) {
        case ObjectNode inner when outer -> requireFlat(key + ".", inner, false);
        case JsonNode value when value.isString() ->
            Field.optional(key, value.stringValue(), LONGEST);
        case JsonNode value when value.isNumber() || value.isBoolean() -> {
          // fits everywhere
        }
        default -> throw Field.bad(key, "a text, a number, true or false");
      }
    }
  }
}
