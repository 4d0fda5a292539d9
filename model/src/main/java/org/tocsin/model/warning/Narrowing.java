package org.tocsin.model.warning;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.journal.Before;
import org.tocsin.model.journal.Command;
import org.tocsin.model.journal.Entity;
import org.tocsin.model.journal.EntityRef;
import org.tocsin.model.journal.Field;
import org.tocsin.model.journal.Journaled;
import org.tocsin.model.journal.RefusedException;
import org.tocsin.model.tlp.Tlp;

/**
 * The details of the command {@code narrow}: the warning is withdrawn under its old marking, so
 * that everybody who had it learns that it no longer holds, and published under a new id for fewer.
 * What it says was approved and stays, so this needs no approval of its own; it may never show it
 * to anybody who did not see it.
 *
 * @param into id of the new warning
 * @param tlp its level, null for the same
 * @param audience whom it is addressed to, null for the same
 * @param reason why, in words for the readers of the old one; null for the usual words
 * @param within sharing groups of the old audience: their members may be named instead
 * @param through organisations of the old audience: those who speak for them may be named instead
 */
record Narrowing(
    UUID into,
    @Nullable Tlp tlp,
    @Nullable Addressees audience,
    @Nullable String reason,
    List<String> within,
    List<String> through) {
  private static final int MOST = 1_000;
  private static final int LONGEST_REASON = 2_000;

  Narrowing {
    if (into == null) {
      throw Field.bad("into", "the id of the new warning is missing");
    }
    reason = Field.optional("reason", reason, LONGEST_REASON);
    within = Field.list("within", within, MOST);
    through = Field.list("through", through, MOST);
  }

  static Narrowing of(Command command) {
    return command.details(Narrowing.class);
  }

  Set<EntityRef> looksAt() {
    Set<EntityRef> all = new HashSet<>();
    all.add(Warning.ref(into));
    try {
      all.addAll(Addressed.groups(within));
      all.addAll(Addressed.organisations(through));
    } catch (IllegalArgumentException e) {
      throw RefusedException.invalid("within, through: ids of sharing groups and organisations");
    }
    if (audience != null) {
      all.addAll(Addressed.organisations(audience.organisations()));
      all.addAll(Addressed.groups(audience.groups()));
    }
    return all;
  }

  List<Entity> decide(Warning warning, Journaled made, Before before) {
    WarningVersion old =
        warning
            .published()
            .orElseThrow(() -> RefusedException.wrongState("nothing is published yet"));
    if (before.find(Warning.ref(into), Warning.class).isPresent()) {
      throw RefusedException.wrongState("into: there is a warning of that id already");
    }
    WarningContent content = narrowed(old.content());
    if (audience != null) {
      Addressed.requireThere(content, before);
    }
    Drafting.requireToHold(content, made.added());
    requireNarrower(old.content(), content, before);
    String by = made.command().by().name();
    String why = reason == null ? "It goes on under a narrower marking." : reason;
    return List.of(
        warning.withdrawn(new Withdrawal(by, made.added(), made.offset(), why), into),
        successor(warning, old, content, made));
  }

  private WarningContent narrowed(WarningContent old) {
    try {
      return old.marked(
          tlp == null ? old.tlp() : tlp, audience == null ? old.audience() : audience);
    } catch (IllegalArgumentException e) {
      throw RefusedException.invalid(String.valueOf(e.getMessage()));
    }
  }

  private Warning successor(
      Warning warning, WarningVersion old, WarningContent content, Journaled made) {
    String by = made.command().by().name();
    WarningVersion first =
        new WarningVersion(
            1,
            content,
            made.added(),
            made.offset(),
            by,
            old.approvedBy(),
            content.hash(),
            old.note());
    return new Warning(
        into,
        Warning.number(made),
        by,
        made.added(),
        made.added(),
        List.of(first),
        null,
        null,
        List.of(),
        warning.id(),
        null);
  }

  private void requireNarrower(WarningContent old, WarningContent content, Before before) {
    if (content.tlp().compareTo(old.tlp()) < 0) {
      throw RefusedException.invalid("tlp: must not be looser than " + old.tlp().label());
    }
    new Reach(old, this, before).requireAll(content);
    if (Addressed.reachesAllOf(old, content)) {
      throw RefusedException.invalid("tlp, audience: nobody would be left out");
    }
  }

  /** Whom the old marking shows the warning to. */
  private record Reach(WarningContent old, Narrowing narrowing, Before before) {
    void requireAll(WarningContent content) {
      if (old.tlp().compareTo(Tlp.GREEN) <= 0) {
        return; // whoever can be named sees it
      }
      Addressees named = content.audience();
      if (content.tlp() == Tlp.RED) {
        named.persons().forEach(this::requirePerson);
      } else {
        named.groups().forEach(this::requireGroup);
        named.organisations().forEach(this::requireOrganisation);
      }
    }

    private void requireGroup(String id) {
      if (!old.audience().groups().contains(id)) {
        throw wider("audience.groups", id);
      }
    }

    private void requireOrganisation(String id) {
      if (!reaches(id)) {
        throw wider("audience.organisations", id);
      }
    }

    private void requirePerson(String name) {
      boolean saw =
          old.tlp() == Tlp.RED
              ? old.audience().persons().contains(name)
              : narrowing.through().stream()
                  .filter(this::reaches)
                  .flatMap(id -> Addressed.organisation(id, before).stream())
                  .anyMatch(organisation -> organisation.isSpokenForBy(name));
      if (!saw) {
        throw wider("audience.persons", name);
      }
    }

    private boolean reaches(String organisation) {
      return old.audience().organisations().contains(organisation)
          || narrowing.within().stream()
              .filter(group -> old.audience().groups().contains(group))
              .flatMap(group -> Addressed.group(group, before).stream())
              .anyMatch(group -> group.hasMember(organisation));
    }

    private static RefusedException wider(String field, String id) {
      return RefusedException.invalid(
          field
              + ": '"
              + id
              + "' does not see the warning now, and narrowing never shows it to"
              + " more");
    }
  }
}
