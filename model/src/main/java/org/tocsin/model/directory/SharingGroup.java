package org.tocsin.model.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Entity;
import org.tocsin.model.journal.EntityKind;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Field;

/**
 * Organisations that share with each other; a TAXII collection each.
 *
 * @param id short and for ever, such as {@code west}
 * @param name as people call it
 * @param description what is shared in it, null where that is not said
 * @param owner id of the organisation whose focal point may change its members
 * @param members ids of the organisations in it; the owner is one only where it is among them
 * @param retired whether nothing is shared in it any more
 */
public record SharingGroup(
    String id,
    String name,
    @Nullable String description,
    String owner,
    List<String> members,
    boolean retired)
    implements Entity {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_DESCRIPTION = 2_000;
  private static final int MOST_MEMBERS = 500;

  /** Throws IllegalArgumentException, naming the field, for what cannot be. */
  public SharingGroup {
    id = ref(id).id();
    name = Field.text("name", name, LONGEST_NAME);
    description = Field.optional("description", description, LONGEST_DESCRIPTION);
    owner = organisation("owner", owner);
    members =
        Field.list("members", members, MOST_MEMBERS).stream()
            .map(member -> organisation("members", member))
            .toList();
    Field.requireDistinct("members", members, member -> member);
  }

  /** Names a sharing group; throws IllegalArgumentException for what is no id. */
  public static EntityRef ref(String id) {
    return new EntityRef(EntityKind.SHARING_GROUP, id);
  }

  @Override
  public EntityRef ref() {
    return ref(id);
  }

  /** Whether that organisation is in it. */
  public boolean hasMember(String organisation) {
    return members.contains(organisation);
  }

  /** The same without anything shared in it any more. */
  SharingGroup retire() {
    return new SharingGroup(id, name, description, owner, members, true);
  }

  private static String organisation(String field, @Nullable String id) {
    try {
      return Organisation.ref(Field.text(field, id, 64)).id();
    } catch (IllegalArgumentException e) {
      throw Field.bad(field, "'" + id + "' is no id of an organisation");
    }
  }
}
