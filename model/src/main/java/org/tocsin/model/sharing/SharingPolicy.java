package org.tocsin.model.sharing;

import java.util.EnumSet;
import java.util.Set;
import org.tocsin.model.tlp.Tlp;

/**
 * The only place that says who may see what (TLP 2.0, FIRST). Every exit asks here; what a reader
 * may not see does not exist for them.
 */
public final class SharingPolicy {
  private SharingPolicy() {}

  /**
   * What a reader may see of observations and objects: the node's team everything, organisations of
   * the network up to GREEN, a feed what it submitted itself, everybody else CLEAR.
   */
  public static SharingFilter knowledge(Reader reader) {
    if (reader.isStaff()) {
      return new SharingFilter(EnumSet.allOf(Tlp.class), Set.of());
    }
    Set<Tlp> levels = EnumSet.of(Tlp.CLEAR);
    if (isOfTheNetwork(reader)) {
      levels.add(Tlp.GREEN);
    }
    return new SharingFilter(levels, ownSubmissions(reader));
  }

  /**
   * What a reader may see of receipts, rejects and raw bytes, which may hold more than the objects
   * made of them: the node's team everything, everybody else only what they submitted themselves.
   */
  public static SharingFilter submissions(Reader reader) {
    if (reader.isStaff()) {
      return new SharingFilter(EnumSet.allOf(Tlp.class), Set.of());
    }
    return new SharingFilter(Set.of(), ownSubmissions(reader));
  }

  /** Whether a reader may read the journal, which tells of everything: the node's team alone. */
  public static boolean journal(Reader reader) {
    return reader.isStaff();
  }

  private static boolean isOfTheNetwork(Reader reader) {
    return reader.roles().contains(Role.FOCAL_POINT)
        || reader.roles().contains(Role.SUBSCRIBER)
        || reader.roles().contains(Role.PEER);
  }

  private static Set<String> ownSubmissions(Reader reader) {
    return reader.equals(Reader.ANONYMOUS) ? Set.of() : Set.of(reader.name());
  }
}
