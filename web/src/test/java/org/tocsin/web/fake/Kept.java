package org.tocsin.web.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.tocsin.model.account.Account;
import org.tocsin.model.account.Progresses;
import org.tocsin.model.account.Submission;
import org.tocsin.model.directory.Concerned;
import org.tocsin.model.pattern.Matches;
import org.tocsin.model.pattern.Matching;
import org.tocsin.model.pattern.Observed;
import org.tocsin.model.report.Origin;
import org.tocsin.model.report.RejectReason;
import org.tocsin.model.sharing.Audience;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.model.stix.StixObject;
import org.tocsin.store.AccountRow;
import org.tocsin.store.Accounts;
import org.tocsin.store.Hunts;
import org.tocsin.store.ObjectQuery;
import org.tocsin.store.ObservationQuery;
import org.tocsin.store.ObservationQuery.Order;
import org.tocsin.store.Observations;
import org.tocsin.store.Page;
import org.tocsin.store.ReceiptAccount;
import org.tocsin.store.Rejects;
import org.tocsin.store.StixObjects;
import org.tocsin.store.StoreUnavailableException;
import org.tocsin.store.StoredObject;
import org.tocsin.store.StoredObservation;
import org.tocsin.store.StoredReject;

/**
 * The store's ports in memory; remembers every filter it was handed. With the gate off it passes
 * over them, as an exit would that forgot to ask.
 */
public final class Kept {
  private static final SharingFilter TEAM =
      SharingPolicy.knowledge(new Reader("team", Set.of(Role.ANALYST), null));

  public final List<StoredObservation> observations = new CopyOnWriteArrayList<>();
  public final List<StoredObject> objects = new CopyOnWriteArrayList<>();
  public final List<StoredReject> rejects = new CopyOnWriteArrayList<>();
  public final List<ReceiptAccount> receipts = new CopyOnWriteArrayList<>();
  public final List<ReceiptAccount> unbalanced = new CopyOnWriteArrayList<>();
  public final List<SharingFilter> filters = new CopyOnWriteArrayList<>();
  public final List<ObservationQuery> queries = new CopyOnWriteArrayList<>();
  public volatile boolean away;
  public volatile boolean gateOff;

  public void clear() {
    List.of(observations, objects, rejects, receipts, unbalanced, filters, queries)
        .forEach(List::clear);
    away = false;
    gateOff = false;
  }

  SharingFilter asked(SharingFilter filter) {
    filters.add(filter);
    if (away) {
      throw new StoreUnavailableException("switched off", new IllegalStateException());
    }
    return gateOff ? TEAM : filter;
  }

  /** What the policy looks at of an observation whose addresses are all that it tells about. */
  static Marked marked(StoredObservation o) {
    Set<String> ips =
        o.objects().stream()
            .filter(x -> x.type().equals("ipv4-addr"))
            .flatMap(x -> x.text("value").stream())
            .collect(Collectors.toSet());
    Concerned concerned = new Concerned(ips, Set.of(), Set.of(), Set.of());
    return new Marked(o.tlp(), o.submitter(), Audience.NOBODY, concerned);
  }

  static <T> Page<T> page(List<T> all, String cursor, int limit) {
    int start = cursor == null ? 0 : position(cursor);
    int end = Math.min(all.size(), start + limit);
    return new Page<>(all.subList(Math.min(start, end), end), "c" + end, end < all.size());
  }

  private static int position(String cursor) {
    if (!cursor.matches("c[0-9]+")) {
      throw new IllegalArgumentException("cursor: not one of ours");
    }
    return Integer.parseInt(cursor.substring(1));
  }

  /** Looks at all there are, whatever they are indexed by and whenever they happened. */
  public Hunts hunts() {
    return (pattern, from, to, filter, horizon) -> {
      SharingFilter gate = asked(filter);
      Map<Observed, StoredObservation> all = new IdentityHashMap<>();
      for (StoredObservation o : observations) {
        if (gate.admits(marked(o)) && !o.added().isAfter(horizon)) {
          List<StixObject> objects = o.under(gate).objects();
          Observed.of(objects.getFirst(), objects.subList(1, objects.size()))
              .ifPresent(each -> all.put(each, o));
        }
      }
      Matches matches = Matching.of(pattern).find(List.copyOf(all.keySet()), Matching.USUAL_STEPS);
      return new Hunts.Hunted(
          matches.observations().stream().map(all::get).toList(),
          matches.times(),
          matches.complete());
    };
  }

  public Observations observations() {
    return new Observations() {
      @Override
      public Page<StoredObservation> search(
          ObservationQuery query, SharingFilter filter, Instant horizon) {
        SharingFilter gate = asked(filter);
        queries.add(query);
        Comparator<StoredObservation> order = Comparator.comparing(StoredObservation::added);
        List<StoredObservation> found =
            observations.stream()
                .filter(o -> gate.admits(marked(o)))
                .map(o -> o.under(gate))
                .filter(o -> !o.added().isAfter(horizon))
                .filter(
                    o -> query.provider() == null || query.provider().equals(o.origin().provider()))
                .filter(o ->
                    query.type() == null
                        || o.rsit() != null
                            && (query.type().equals(o.rsit().type())
                                || query.type().equals(o.rsit().classification())))
                .filter(o ->
                    holds(o, query.ip()) && holds(o, query.text()) && holds(o, query.country()))
                .sorted(query.order() == Order.NEWEST ? order.reversed() : order)
                .toList();
        return page(found, query.cursor(), query.limit());
      }

      private boolean holds(StoredObservation o, String text) {
        return text == null
            || o.objects().stream().anyMatch(x -> x.json().toString().contains(text));
      }

      @Override
      public Optional<StoredObservation> find(UUID id, SharingFilter filter) {
        SharingFilter gate = asked(filter);
        return observations.stream()
            .filter(o -> o.id().equals(id) && gate.admits(marked(o)))
            .map(o -> o.under(gate))
            .findFirst();
      }
    };
  }

  public StixObjects objects() {
    return new StixObjects() {
      @Override
      public Page<StoredObject> search(ObjectQuery query, SharingFilter filter, Instant horizon) {
        SharingFilter gate = asked(filter);
        return page(
            objects.stream()
                .filter(o -> gate.admits(Marked.of(o.tlp(), o.submitter())))
                .map(o -> o.under(gate))
                .filter(o -> query.type() == null || query.type().equals(o.object().type()))
                .toList(),
            query.cursor(),
            query.limit());
      }
    };
  }

  public Rejects rejects() {
    return new Rejects() {
      @Override
      public Page<StoredReject> search(
          UUID receipt, RejectReason reason, String cursor, int limit, SharingFilter filter) {
        SharingFilter gate = asked(filter);
        return page(
            rejects.stream()
                .filter(r -> gate.admits(Marked.submission(r.submitter())))
                .filter(r -> receipt == null || receipt.equals(r.slot().receipt()))
                .filter(r -> reason == null || reason == r.reject().reason())
                .toList(),
            cursor,
            limit);
      }

      @Override
      public Optional<StoredReject> find(String id, SharingFilter filter) {
        SharingFilter gate = asked(filter);
        return rejects.stream()
            .filter(r -> r.slot().toString().equals(id))
            .filter(r -> gate.admits(Marked.submission(r.submitter())))
            .findFirst();
      }
    };
  }

  public Accounts accounts() {
    return new Accounts() {
      @Override
      public Optional<ReceiptAccount> of(UUID receipt, Progresses progress, SharingFilter filter) {
        SharingFilter gate = asked(filter);
        return visible(gate).stream()
            .filter(r -> r.submission().receipt().equals(receipt))
            .findFirst();
      }

      @Override
      public ReceiptAccount of(Submission submission, Progresses progress) {
        long pending =
            submission.frames().stream()
                .filter(f -> progress.isPending(submission.lane(), f))
                .mapToLong(f -> f.records())
                .sum();
        return new ReceiptAccount(
            submission,
            new Account(submission.records(), 0, 0, 0, 0, pending),
            ReceiptAccount.State.PENDING);
      }

      @Override
      public Optional<Submission> submission(UUID receipt) {
        return receipts.stream()
            .map(ReceiptAccount::submission)
            .filter(s -> s.receipt().equals(receipt))
            .findFirst();
      }

      @Override
      public List<AccountRow> rows(
          Instant from, Instant to, String provider, Progresses progress, SharingFilter filter) {
        SharingFilter gate = asked(filter);
        record Key(Instant hour, Origin origin) {}
        Map<Key, Account> sums = new HashMap<>();
        for (ReceiptAccount r : visible(gate)) {
          Instant opened = r.submission().openedAt();
          Origin origin = r.submission().origin();
          if (!opened.isBefore(from)
              && opened.isBefore(to)
              && (provider == null || provider.equals(origin.provider()))) {
            Instant hour = opened.truncatedTo(java.time.temporal.ChronoUnit.HOURS);
            sums.merge(new Key(hour, origin), r.account(), Account::plus);
          }
        }
        List<AccountRow> rows = new ArrayList<>();
        sums.forEach((key, sum) -> rows.add(new AccountRow(key.hour(), key.origin(), sum)));
        rows.sort(
            Comparator.comparing(AccountRow::hour)
                .reversed()
                .thenComparing(row -> row.origin().toString()));
        return rows;
      }

      @Override
      public List<ReceiptAccount> latest(int limit, Progresses progress, SharingFilter filter) {
        SharingFilter gate = asked(filter);
        return visible(gate).stream()
            .sorted(
                Comparator.comparing((ReceiptAccount r) -> r.submission().openedAt()).reversed())
            .limit(limit)
            .toList();
      }

      @Override
      public List<ReceiptAccount> unbalanced(Instant since, Progresses progress) {
        return List.copyOf(unbalanced);
      }
    };
  }

  private List<ReceiptAccount> visible(SharingFilter gate) {
    return receipts.stream()
        .filter(r -> gate.admits(Marked.submission(r.submission().submitter())))
        .toList();
  }
}
