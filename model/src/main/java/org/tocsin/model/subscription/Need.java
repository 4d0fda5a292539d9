package org.tocsin.model.subscription;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.model.incident.Severity;
import org.tocsin.model.sharing.Membership;
import org.tocsin.model.sharing.Memberships;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.SharingPolicy;

/**
 * What one subscription asks for, read once: its filter with what the directory says of its owner.
 *
 * @param own what the directory says of the owner's organisation
 * @param sectors those it asks for whose part of the net the owner may know of, each with what the
 *     directory says of it
 */
record Need(
    Subscription subscription,
    Membership own,
    List<Sector> sectors,
    List<ProductName> products,
    @Nullable SimplePattern pattern) {

  /** An organisation a filter names as a sector. */
  record Sector(String id, Membership membership) {}

  static Need of(Subscription subscription, Memberships memberships) {
    SubscriptionFilter filter = subscription.filter();
    Reader owner = subscription.reader(memberships);
    return new Need(
        subscription,
        owner.membership(),
        filter.sectors().stream()
            .filter(sector -> SharingPolicy.wholeOrganisation(owner, sector))
            .map(sector -> new Sector(sector, memberships.of(sector)))
            .toList(),
        filter.products().stream().map(ProductName::of).toList(),
        filter.readPattern());
  }

  /** Whether it asks for that: the plain statement of what {@link SubscriptionIndex} finds fast. */
  boolean isMetBy(Matchable thing) {
    SubscriptionFilter filter = subscription.filter();
    return filter.about().contains(thing.what())
        && (filter.types().isEmpty() || thing.types().stream().anyMatch(filter.types()::contains))
        && isBadEnough(thing)
        && isObservedSo(thing)
        && (!filter.ownAssets() || isOwn(thing))
        && (filter.sectors().isEmpty() || isOfSector(thing))
        && holdsProduct(thing.products().stream().map(ProductName::of).toList())
        && holdsPattern(thing);
  }

  private boolean isBadEnough(Matchable thing) {
    Severity least = subscription.filter().atLeast();
    Severity severity = thing.severity();
    return least == null || severity != null && severity.compareTo(least) >= 0;
  }

  private boolean isObservedSo(Matchable thing) {
    SubscriptionFilter filter = subscription.filter();
    if (thing.what() == What.WARNINGS) {
      return true;
    }
    Integer sure = thing.confidence();
    return (filter.confidence() == null
            || sure != null && sure >= Objects.requireNonNull(filter.confidence()))
        && (filter.countries().isEmpty()
            || thing.concerned().countries().stream().anyMatch(filter.countries()::contains));
  }

  private boolean isOwn(Matchable thing) {
    String organisation = subscription.organisation();
    return organisation != null
        && (thing.audience().organisations().contains(organisation)
            || thing.audience().groups().stream().anyMatch(own.groups()::contains)
            || own.constituency().concerns(thing.concerned()));
  }

  private boolean isOfSector(Matchable thing) {
    return thing.addressed().stream().anyMatch(subscription.filter().sectors()::contains)
        || sectors.stream()
            .anyMatch(sector -> sector.membership().constituency().concerns(thing.concerned()));
  }

  /** Whether one of the products it asks for is among those; true where it asks for none. */
  boolean holdsProduct(List<ProductName> named) {
    return products.isEmpty()
        || named.stream()
            .anyMatch(product -> products.stream().anyMatch(asked -> asked.means(product)));
  }

  /** Whether its pattern holds; true where it has none. */
  boolean holdsPattern(Matchable thing) {
    return pattern == null || pattern.holds(thing.values());
  }
}
