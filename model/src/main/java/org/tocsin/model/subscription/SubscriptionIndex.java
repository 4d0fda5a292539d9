package org.tocsin.model.subscription;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.directory.AssetOwners;
import org.tocsin.model.directory.Constituency;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.sharing.Membership;
import org.tocsin.model.sharing.Memberships;

/**
 * Finds those who want to hear of one thing, among 100,000 in well under a millisecond. For each
 * kind of condition it knows who asks for which value and who asks for none; who is left over after
 * all of them wants it, but for products and patterns, which are looked at one by one where one of
 * their words or values is there. Immutable, and thread-safe.
 *
 * <p>Whether they may see it is not asked here: that is for the sharing policy, when it is sent.
 */
public final class SubscriptionIndex {
  /** Of nobody. */
  public static final SubscriptionIndex EMPTY =
      new SubscriptionIndex(List.of(), any -> Membership.NONE);

  private static final int SUREST = 100;

  private final List<Need> needs;
  private final Postings<What> about = new Postings<>();
  private final Postings<String> types = new Postings<>();
  private final Postings<Severity> severities = new Postings<>();
  private final Postings<Integer> confidences = new Postings<>();
  private final Postings<String> countries = new Postings<>();
  private final Postings<String> own = new Postings<>();
  private final Postings<String> sectors = new Postings<>();
  private final Postings<String> products = new Postings<>();
  private final Postings<PatternValue> patterns = new Postings<>();
  private final AssetOwners owners;

  /**
   * Of those that are active.
   *
   * @param memberships what the directory says of organisations, now
   */
  public SubscriptionIndex(Collection<Subscription> all, Memberships memberships) {
    needs =
        all.stream()
            .filter(
                one -> one.state(one.reader(memberships).membership()) == SubscriptionState.ACTIVE)
            .map(one -> Need.of(one, memberships))
            .toList();
    Map<String, Integer> words = new HashMap<>();
    Map<String, Constituency> served = new HashMap<>();
    needs.forEach(need -> {
      need.products()
          .forEach(name -> name.words().forEach(word -> words.merge(word, 1, Integer::sum)));
      serve(need, served);
    });
    IntStream.range(0, needs.size()).forEach(number -> index(number, words));
    owners = new AssetOwners(served);
  }

  /** How many there are in it. */
  public int size() {
    return needs.size();
  }

  /** Those who want to hear of it, in no order. */
  public List<Subscription> match(Matchable thing) {
    BitSet found = new BitSet(needs.size());
    found.set(0, needs.size());
    about.narrow(found, Set.of(thing.what()));
    types.narrow(found, thing.types());
    severities.narrow(found, upTo(thing.severity()));
    if (thing.what() == What.OBSERVATIONS) {
      confidences.narrow(found, upTo(thing.confidence()));
      countries.narrow(found, thing.concerned().countries());
    }
    narrowByAddress(found, thing);
    List<ProductName> names = thing.products().stream().map(ProductName::of).toList();
    products.narrow(found, wordsOf(names));
    patterns.narrow(found, thing.values());
    List<Subscription> matching = new ArrayList<>();
    found.stream()
        .mapToObj(needs::get)
        .filter(need -> need.holdsProduct(names) && need.holdsPattern(thing))
        .forEach(need -> matching.add(need.subscription()));
    return matching;
  }

  private void narrowByAddress(BitSet found, Matchable thing) {
    if (found.isEmpty()) {
      return;
    }
    Set<String> concerned = owners.of(thing.concerned());
    Set<String> keys = new HashSet<>();
    concerned.forEach(id -> keys.add(ofOrganisation(id)));
    thing.audience().organisations().forEach(id -> keys.add(ofOrganisation(id)));
    thing.audience().groups().forEach(id -> keys.add(ofGroup(id)));
    own.narrow(found, keys);
    Set<String> asked = new HashSet<>(thing.addressed());
    concerned.forEach(id -> asked.add(ofOrganisation(id)));
    sectors.narrow(found, asked);
  }

  private void index(int number, Map<String, Integer> words) {
    Need need = needs.get(number);
    SubscriptionFilter filter = need.subscription().filter();
    int all = needs.size();
    about.add(number, filter.about(), all);
    post(types, number, filter.types());
    post(severities, number, filter.atLeast() == null ? List.of() : List.of(filter.atLeast()));
    post(
        confidences,
        number,
        filter.confidence() == null ? List.of() : List.of(filter.confidence()));
    post(countries, number, filter.countries());
    if (filter.ownAssets()) {
      own.add(number, ownKeys(need), all);
    } else {
      own.free(number);
    }
    post(sectors, number, sectorKeys(need));
    post(
        products,
        number,
        need.products().stream().map(name -> rarest(name, words)).distinct().toList());
    post(patterns, number, need.pattern() == null ? List.of() : need.pattern().needed());
  }

  private <K> void post(Postings<K> into, int number, List<K> keys) {
    if (keys.isEmpty()) {
      into.free(number);
    } else {
      into.add(number, keys, needs.size());
    }
  }

  private static void serve(Need need, Map<String, Constituency> served) {
    String organisation = need.subscription().organisation();
    if (organisation != null && need.subscription().filter().ownAssets()) {
      served.put(organisation, need.own().constituency());
    }
    need.sectors().forEach(sector -> served.put(sector.id(), sector.membership().constituency()));
  }

  private static List<String> ownKeys(Need need) {
    List<String> keys = new ArrayList<>();
    String organisation = need.subscription().organisation();
    if (organisation != null) {
      keys.add(ofOrganisation(organisation));
      need.own().groups().forEach(group -> keys.add(ofGroup(group)));
    }
    return keys;
  }

  private static List<String> sectorKeys(Need need) {
    List<String> keys = new ArrayList<>(need.subscription().filter().sectors());
    need.sectors().forEach(sector -> keys.add(ofOrganisation(sector.id())));
    return keys;
  }

  private static String ofOrganisation(String id) {
    return "organisation/" + id;
  }

  private static String ofGroup(String id) {
    return "group/" + id;
  }

  /** The word of a name that the fewest ask for: without it the name is not there. */
  private static String rarest(ProductName name, Map<String, Integer> words) {
    return name.words().stream()
        .min((one, other) ->
            Integer.compare(words.getOrDefault(one, 0), words.getOrDefault(other, 0)))
        .orElseThrow();
  }

  private static Set<String> wordsOf(List<ProductName> names) {
    Set<String> words = new HashSet<>();
    names.forEach(name -> words.addAll(name.words()));
    return words;
  }

  private static List<Severity> upTo(@Nullable Severity severity) {
    return severity == null
        ? List.of()
        : List.of(Severity.values()).subList(0, severity.ordinal() + 1);
  }

  private static List<Integer> upTo(@Nullable Integer confidence) {
    return confidence == null
        ? List.of()
        : IntStream.rangeClosed(0, Math.min(confidence, SUREST)).boxed().toList();
  }
}
