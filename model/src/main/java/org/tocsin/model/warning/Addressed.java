package org.tocsin.model.warning;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.directory.SharingGroup;
import org.tocsin.model.journal.Before;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.tlp.Tlp;

/** Whom a content is addressed to must be in the directory. */
final class Addressed {
  private Addressed() {}

  /** The organisations and groups it names. */
  static Set<EntityRef> refs(@Nullable WarningContent content) {
    Set<EntityRef> all = new HashSet<>();
    if (content != null) {
      all.addAll(organisations(content.audience().organisations()));
      all.addAll(groups(content.audience().groups()));
    }
    return all;
  }

  static List<EntityRef> organisations(List<String> ids) {
    return ids.stream().map(Organisation::ref).toList();
  }

  static List<EntityRef> groups(List<String> ids) {
    return ids.stream().map(SharingGroup::ref).toList();
  }

  static WarningContent requireThere(WarningContent content, Before before) {
    for (String id : content.audience().organisations()) {
      if (organisation(id, before).isEmpty()) {
        throw RefusedException.invalid(
            "audience.organisations: no organisation '" + id + "' is in the directory");
      }
    }
    for (String id : content.audience().groups()) {
      if (group(id, before).isEmpty()) {
        throw RefusedException.invalid(
            "audience.groups: no sharing group '" + id + "' is in the directory");
      }
    }
    return content;
  }

  /** The organisation of that id, unless it is retired. */
  static Optional<Organisation> organisation(String id, Before before) {
    return before
        .find(Organisation.ref(id), Organisation.class)
        .filter(organisation -> !organisation.retired());
  }

  /** The group of that id, unless it is retired. */
  static Optional<SharingGroup> group(String id, Before before) {
    return before.find(SharingGroup.ref(id), SharingGroup.class).filter(group -> !group.retired());
  }

  /**
   * Whether everybody who sees the one sees the other too, by what the two say alone: a new version
   * that hid a warning from some of its readers would leave them with the old one for ever.
   */
  static boolean reachesAllOf(WarningContent one, WarningContent other) {
    Tlp level = other.tlp();
    if (level == Tlp.CLEAR || level == Tlp.GREEN) {
      return level.compareTo(one.tlp()) <= 0;
    }
    if (level == Tlp.RED || one.tlp() == Tlp.RED) {
      return level == one.tlp() && other.audience().persons().containsAll(one.audience().persons());
    }
    return level.compareTo(one.tlp()) <= 0
        && other.audience().organisations().containsAll(one.audience().organisations())
        && other.audience().groups().containsAll(one.audience().groups());
  }
}
