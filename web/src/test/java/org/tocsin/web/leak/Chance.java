package org.tocsin.web.leak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.tocsin.model.tlp.Tlp;

/** Draws lots; the same seed draws the same ones. */
final class Chance {
  private final Random random;
  private int last;

  Chance(long seed) {
    this.random = new Random(seed);
  }

  /** A number that was not there before. */
  int next() {
    return ++last;
  }

  boolean once(int in) {
    return random.nextInt(in) == 0;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** None, some or all of them. */
  <T> List<T> some(List<T> of) {
    return few(of, random.nextInt(of.size() + 1));
  }

  /** So many of them, or all there are. */
  <T> List<T> few(List<T> of, int many) {
    List<T> shuffled = new ArrayList<>(of);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, Math.min(many, of.size()));
  }

  Tlp tlp() {
    return one(List.of(Tlp.values()));
  }

  /** Named at random, as a thing that can be addressed to somebody is. */
  Marking marking(Network network, String submitter) {
    return new Marking(
        tlp(),
        submitter,
        set(network.organisations()),
        set(network.groups()),
        set(network.names()),
        once(4) ? "" : one(Network.PLACES));
  }

  private Set<String> set(List<String> all) {
    return once(2) ? Set.of() : new HashSet<>(few(all, 1 + below(2)));
  }
}
