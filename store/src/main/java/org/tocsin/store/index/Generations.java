package org.tocsin.store.index;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.store.cluster.Cluster;

/**
 * The generations of views. One is current: it is what the aliases point to, and what live writers
 * fill. A rebuild fills the next one. Thread-safe.
 */
public final class Generations {
  private static final Logger LOG = LoggerFactory.getLogger(Generations.class);

  private final Cluster cluster;
  private final Names names;
  private final Indices indices;
  private final Holds holds;
  private final InstantSource clock;
  private final Layouts live;
  private final AtomicBoolean declared = new AtomicBoolean();

  /** Generations in that cluster. */
  public Generations(Cluster cluster, InstantSource clock) {
    this.cluster = cluster;
    this.names = new Names(cluster.settings().prefix());
    this.indices = new Indices(cluster, names);
    this.holds = new Holds(cluster, names, indices, clock);
    this.clock = clock;
    this.live = new CachedLayouts(this::lookAtCurrent, clock, retention());
  }

  /** How indices and aliases are called. */
  public Names names() {
    return names;
  }

  /** Where live writers put documents. */
  public Layouts live() {
    return live;
  }

  /** Where documents of that generation go, whether it is current or not. */
  public Layouts of(int generation) {
    return new CachedLayouts(
        (window, inDoubt) -> complete(generation, window, indices.look()), clock, retention());
  }

  /** Where documents of that generation are, without making what is missing. */
  public Layouts asTheyAre(int generation) {
    return new CachedLayouts(
        (window, inDoubt) -> new Layout(names, generation, window, indices.look().of(generation)),
        clock,
        retention());
  }

  /** The generation that is read and written now. */
  public int current() {
    live.lookAgain();
    return live.now().generation();
  }

  /** Declares the templates, makes what is missing, and deletes what retention has left behind. */
  public void keepUp() {
    declared.set(false);
    live.lookAgain();
    Window window = live.now().window();
    Inventory inventory = indices.look();
    indices.delete(
        inventory.indices().values().stream()
            .flatMap(Set::stream)
            .filter(index -> isOver(index, window))
            .toList());
    live.lookAgain();
  }

  /** Begins the generation after the current one, anew if it was begun before. */
  public int begin() {
    int next = current() + 1;
    indices.delete(indices.look().later());
    of(next).now();
    return next;
  }

  /** Holds the writes of the current generation; see {@link org.tocsin.store.NextGeneration}. */
  public void holdWrites(int next) {
    holds.hold(indices.look(), next - 1);
  }

  /**
   * Makes that generation the current one and deletes those before.
   *
   * @throws IllegalStateException when the writes of the one before are not held
   */
  public void swapTo(int next) {
    requireHold(next);
    Inventory inventory = indices.look();
    if (inventory.current() != next) {
      indices.pointAliasesTo(next, inventory);
      LOG.info("generation {} is the current one now", next);
    }
    live.lookAgain();
    indices.delete(inventory.before(next));
  }

  /** Lets the writes of the current generation go on, and deletes those after it. */
  public void abandon() {
    Inventory inventory = indices.look();
    holds.release(inventory, inventory.current());
    indices.delete(inventory.later());
  }

  /** Throws IllegalStateException when the writes of the generation before are not held. */
  public void requireHold(int next) {
    Inventory inventory = indices.look();
    if (inventory.current() != next && !holds.stands(inventory, inventory.current())) {
      throw new IllegalStateException("writes to the current generation are not held");
    }
  }

  private Layout lookAtCurrent(Window window, boolean inDoubt) {
    if (declared.compareAndSet(false, true)) {
      declare();
    }
    Inventory inventory = indices.look();
    if (inventory.current() == 0) {
      return beginFirst(window, inventory);
    }
    if (inDoubt) {
      holds.releaseOverdue(inventory, inventory.current());
    }
    return complete(inventory.current(), window, inventory);
  }

  private void declare() {
    boolean done = false;
    try {
      new Templates(cluster, names).put();
      widen();
      done = true;
    } finally {
      declared.set(done);
    }
  }

  /** Lets the indices there are hold what a later version of the program puts into documents. */
  private void widen() {
    Inventory inventory = indices.look();
    indices.widen(inventory.list(inventory.current()));
  }

  /** The first generation gets its aliases when all of it is there, in one step. */
  private Layout beginFirst(Window window, Inventory inventory) {
    LOG.info("making the first generation of indices");
    Layout first = complete(1, window, inventory);
    indices.pointAliasesTo(1, indices.look());
    return first;
  }

  /** Makes the indices that generation should have and has not. */
  private Layout complete(int generation, Window window, Inventory inventory) {
    Set<String> all = new HashSet<>(inventory.of(generation));
    List<String> missing =
        indices.all(generation, window).stream().filter(name -> all.add(name)).toList();
    if (!missing.isEmpty()) {
      indices.make(missing, generation == inventory.current());
    }
    return new Layout(names, generation, window, all);
  }

  private boolean isOver(String index, Window window) {
    return names.parse(index).filter(name -> window.isOver(name.part())).isPresent();
  }

  private Duration retention() {
    return cluster.settings().retention();
  }
}
