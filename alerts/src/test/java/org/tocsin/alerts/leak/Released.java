package org.tocsin.alerts.leak;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Redaction;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.model.stix.StixObject;
import org.tocsin.store.Page;
import org.tocsin.store.StixVersions;
import org.tocsin.store.StoredVersion;
import org.tocsin.store.VersionQuery;
import org.tocsin.store.VersionQuery.Extent;
import org.tocsin.store.VersionQuery.Of;

/**
 * Versions in memory, as the store keeps them: what was released is for those alone who may see the
 * last version too, and is gone once it is withdrawn. With the gate off it passes over every
 * filter.
 */
final class Released implements StixVersions {
  private static final SharingFilter TEAM =
      SharingPolicy.knowledge(new Reader("team", Set.of(Role.ANALYST), null));

  final List<Kept> all = new ArrayList<>();
  boolean gateOff;

  /** A version. */
  record Kept(Of of, Instant added, Marked marked, List<StixObject> objects) {
    StixObject object() {
      return objects.getFirst();
    }

    boolean isIn(Of wanted) {
      return of == wanted || wanted == Of.RELEASES && of.isReleased();
    }
  }

  @Override
  public Page<StoredVersion> page(VersionQuery query, SharingFilter filter, Instant horizon) {
    SharingFilter gate = gateOff ? TEAM : filter;
    int begin = query.cursor() == null ? 0 : Integer.parseInt(query.cursor().substring(1));
    List<StoredVersion> found =
        IntStream.range(begin, all.size())
            .filter(at -> isAskedFor(all.get(at), query) && gate.admits(all.get(at).marked()))
            .filter(at -> !all.get(at).added().isAfter(horizon))
            .filter(at ->
                query.cursor() != null
                    || query.after() == null
                    || all.get(at).added().isAfter(query.after()))
            .mapToObj(at -> stored(at, gate))
            .toList();
    long visible = all.stream().filter(one -> !one.added().isAfter(horizon)).count();
    return new Page<>(found, "c" + Math.max(begin, visible), false);
  }

  private boolean isAskedFor(Kept one, VersionQuery query) {
    return one.isIn(query.of())
        && (query.extent() == Extent.ALL || last(one) == one)
        && (query.submitter() == null || query.submitter().equals(one.marked().submitter()))
        && (query.group() == null || one.marked().audience().groups().contains(query.group()))
        && (query.ids().isEmpty() || query.ids().contains(one.object().id()));
  }

  private Kept last(Kept one) {
    return all.stream()
        .filter(other -> other.of() == one.of() && other.object().id().equals(one.object().id()))
        .reduce((before, after) -> after)
        .orElseThrow();
  }

  private StoredVersion stored(int at, SharingFilter gate) {
    Kept one = all.get(at);
    int number =
        (int)
            all.subList(0, at + 1).stream()
                .filter(other -> other.object().id().equals(one.object().id()))
                .count();
    return new StoredVersion(one.added(), "c" + (at + 1), one.object(), shown(one, gate), number);
  }

  private List<StixObject> shown(Kept one, SharingFilter gate) {
    Kept last = last(one);
    boolean gone = last != one && last.object().revoked() && !gate.isOfTheTeam();
    if (one.of().isReleased() && (gone || !gate.admits(last.marked()))) {
      return List.of();
    }
    if (gate.admitsWhole(one.marked())) {
      return one.objects();
    }
    return Redaction.takesAll(one.objects()) ? List.of() : Redaction.of(one.objects());
  }

  @Override
  public List<StoredVersion> at(
      End end,
      List<StoredVersion> some,
      VersionQuery query,
      SharingFilter filter,
      Instant horizon) {
    throw new UnsupportedOperationException("nobody asks for the ends of what was released");
  }
}
