package org.tocsin.model.sharing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.sharing.Grant.Addressed;
import org.tocsin.model.sharing.Grant.Anybody;
import org.tocsin.model.sharing.Grant.InPerson;
import org.tocsin.model.sharing.Grant.Serves;
import org.tocsin.model.sharing.Grant.Submitter;
import org.tocsin.model.sharing.Grant.Team;
import org.tocsin.model.tlp.Tlp;

/**
 * The only place that says who may see and pass on what (TLP 2.0, FIRST, August 2022). Every exit
 * asks here; what a reader may not see does not exist for them.
 */
public final class SharingPolicy {
  private static final Set<Tlp> ALL = EnumSet.allOf(Tlp.class);
  private static final SharingFilter TEAM = new SharingFilter(List.of(new Grant(ALL, new Team())));

  private SharingPolicy() {}

  /**
   * What a reader may see of observations, objects, incidents and warnings: the node's team
   * everything, since everything was sent to it; a submitter their own; beyond that
   *
   * <ul>
   *   <li>CLEAR: everyone;
   *   <li>GREEN: every organisation of the network;
   *   <li>AMBER: the organisations it was addressed to, and those it concerns;
   *   <li>AMBER+STRICT: the organisations it was addressed to;
   *   <li>RED: the persons it was addressed to.
   * </ul>
   */
  public static SharingFilter knowledge(Reader reader) {
    if (reader.isStaff()) {
      return TEAM;
    }
    List<Grant> grants = new ArrayList<>();
    grants.add(new Grant(Set.of(Tlp.CLEAR), new Anybody()));
    if (isOfTheNetwork(reader)) {
      grants.addAll(ofTheNetwork(reader));
    }
    return with(grants, reader);
  }

  /** What of that a reader may get by that exit. */
  public static SharingFilter knowledge(Reader reader, Exit exit) {
    return knowledge(reader).upTo(exit.strictest());
  }

  /**
   * What a reader may see of receipts, rejects and raw bytes, which may hold more than the objects
   * made of them: the node's team everything, everybody else only what they submitted themselves.
   */
  public static SharingFilter submissions(Reader reader) {
    return reader.isStaff() ? TEAM : with(new ArrayList<>(), reader);
  }

  /** Whether something of that level may leave by that exit at all, whoever gets it there. */
  public static boolean mayPassOn(Tlp tlp, Exit exit) {
    return tlp.compareTo(exit.strictest()) <= 0;
  }

  private static List<Grant> ofTheNetwork(Reader reader) {
    List<Grant> grants = new ArrayList<>();
    grants.add(new Grant(Set.of(Tlp.GREEN), new Anybody()));
    if (reader.organisation() != null) {
      Membership membership = reader.membership();
      grants.add(
          new Grant(
              Set.of(Tlp.AMBER, Tlp.AMBER_STRICT),
              new Addressed(Set.of(reader.organisation()), membership.groups())));
      if (!membership.constituency().isEmpty()) {
        grants.add(new Grant(Set.of(Tlp.AMBER), new Serves(membership.constituency())));
      }
    }
    if (reader.roles().contains(Role.FOCAL_POINT)) {
      grants.add(new Grant(Set.of(Tlp.RED), new InPerson(reader.name())));
    }
    return new SharingFilter(grants).upTo(ceiling(reader)).grants();
  }

  /**
   * Subscribers are machines of whoever asked for one; stricter things need a focal point. Nobody
   * gets what is stricter than the directory says of their organisation.
   */
  private static Tlp ceiling(Reader reader) {
    boolean more = reader.roles().contains(Role.FOCAL_POINT) || reader.roles().contains(Role.PEER);
    Tlp usual = more ? Tlp.RED : Tlp.GREEN;
    Tlp agreed = reader.membership().ceiling();
    return agreed == null || agreed.compareTo(usual) > 0 ? usual : agreed;
  }

  /** Whether a reader may see which feeds are fetched, and how they fare: the node's team alone. */
  public static boolean feeds(Reader reader) {
    return reader.isStaff();
  }

  /** Whether a reader may hold patterns against what was observed: the node's team alone. */
  public static boolean hunts(Reader reader) {
    return reader.isStaff();
  }

  /** Whether a reader may read the journal, which tells of everything: the node's team alone. */
  public static boolean journal(Reader reader) {
    return reader.isStaff();
  }

  /**
   * Whether a reader may see all of an organisation: the node's team and the organisation's own
   * people. Everybody who may sign in sees the public part of those that are in the directory.
   */
  public static boolean wholeOrganisation(Reader reader, String organisation) {
    return reader.isStaff() || organisation.equals(reader.organisation());
  }

  /**
   * Whether a reader may know of a sharing group: the node's team and, while it lasts, the people
   * of its owner and of its members.
   */
  public static boolean sharingGroup(Reader reader, SharingGroup group) {
    String organisation = reader.organisation();
    return reader.isStaff()
        || organisation != null
            && !group.retired()
            && (group.owner().equals(organisation) || group.hasMember(organisation));
  }

  /**
   * Whether a reader may see what somebody wants to hear of: the node's team, whoever it is for,
   * and the focal points of the organisation they spoke for.
   *
   * @param owner whom it is for
   * @param organisation the one they spoke for, null where they named none
   */
  public static boolean subscription(Reader reader, String owner, @Nullable String organisation) {
    return reader.isStaff()
        || !reader.equals(Reader.ANONYMOUS) && owner.equals(reader.name())
        || organisation != null
            && organisation.equals(reader.organisation())
            && reader.roles().contains(Role.FOCAL_POINT);
  }

  private static boolean isOfTheNetwork(Reader reader) {
    return reader.roles().contains(Role.FOCAL_POINT)
        || reader.roles().contains(Role.SUBSCRIBER)
        || reader.roles().contains(Role.PEER);
  }

  private static SharingFilter with(List<Grant> grants, Reader reader) {
    if (!reader.equals(Reader.ANONYMOUS)) {
      grants.add(new Grant(ALL, new Submitter(reader.name())));
    }
    return new SharingFilter(grants);
  }
}
