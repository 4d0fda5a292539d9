package org.tocsin.model.pattern;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import org.tocsin.model.stix.StixTime;

/**
 * Moments in time, each within bounds of its own, of which some must not come long before others.
 * It says at once when no times can be found any more that keep to all of that. What was added last
 * can be taken back. Times are microseconds since 1970.
 *
 * <p>Every demand reads "a is at most so much, 0 or more, later than b", so demands cannot drive
 * each other on for ever, and the earliest times that keep to the lower bounds are a solution if
 * there is one.
 */
final class Moments {
  /** No bound; far enough from the end of a long to be added to. */
  static final long EVER = Long.MAX_VALUE / 4;

  private long[] earliest = new long[64];
  private long[] latest = new long[64];
  private int[] demandsOf = new int[64];
  private int count;

  /** Demands as linked lists: one of the moment that pushes, and the next one of the same. */
  private int[] pushed = new int[256];

  private int[] pusher = new int[256];
  private long[] slack = new long[256];
  private int[] nextOf = new int[256];
  private int demands;

  private long[] undone = new long[256];
  private int undos;

  private final Effort effort;

  Moments(Effort effort) {
    this.effort = effort;
  }

  static long of(Instant at) {
    return Math.clamp(StixTime.epochMicros(at), -EVER, EVER);
  }

  static long of(BigDecimal seconds) {
    return seconds.scaleByPowerOfTen(6).min(BigDecimal.valueOf(EVER)).longValue();
  }

  /** What there is now; {@link #backTo} brings it back. */
  record Mark(int count, int demands, int undos) {}

  Mark mark() {
    return new Mark(count, demands, undos);
  }

  void backTo(Mark mark) {
    while (undos > mark.undos()) {
      long before = undone[--undos];
      int what = (int) undone[--undos];
      if (what >= 0) {
        earliest[what] = before;
      } else {
        latest[~what] = before;
      }
    }
    while (demands > mark.demands()) {
      demands--;
      demandsOf[pusher[demands]] = nextOf[demands];
    }
    count = mark.count();
  }

  /** A new moment; {@code from} must not be later than {@code until}. */
  int add(long from, long until) {
    if (count == earliest.length) {
      earliest = Arrays.copyOf(earliest, count * 2);
      latest = Arrays.copyOf(latest, count * 2);
      demandsOf = Arrays.copyOf(demandsOf, count * 2);
    }
    earliest[count] = from;
    latest[count] = until;
    demandsOf[count] = -1;
    return count++;
  }

  /** Demands that {@code a} is at most {@code by} later than {@code b}; false where none can be. */
  boolean atMostLater(int a, long by, int b) {
    push(a, b, by);
    push(b, a, ~by);
    return raise(b, earliest[a] - by) && lower(a, latest[b] + by);
  }

  /** The earliest it can be. */
  long earliest(int moment) {
    return earliest[moment];
  }

  /** The latest it can be. */
  long latest(int moment) {
    return latest[moment];
  }

  /** A slack of 0 or more pushes the other's earliest time, a complemented one its latest. */
  private void push(int from, int to, long by) {
    if (demands == pushed.length) {
      pushed = Arrays.copyOf(pushed, demands * 2);
      pusher = Arrays.copyOf(pusher, demands * 2);
      slack = Arrays.copyOf(slack, demands * 2);
      nextOf = Arrays.copyOf(nextOf, demands * 2);
    }
    pushed[demands] = to;
    pusher[demands] = from;
    slack[demands] = by;
    nextOf[demands] = demandsOf[from];
    demandsOf[from] = demands++;
  }

  private boolean raise(int moment, long to) {
    if (to <= earliest[moment]) {
      return true;
    }
    if (to > latest[moment]) {
      return false;
    }
    remember(moment, earliest[moment]);
    earliest[moment] = to;
    for (int demand = demandsOf[moment]; demand >= 0; demand = nextOf[demand]) {
      effort.spend(1);
      if (slack[demand] >= 0 && !raise(pushed[demand], to - slack[demand])) {
        return false;
      }
    }
    return true;
  }

  private boolean lower(int moment, long to) {
    if (to >= latest[moment]) {
      return true;
    }
    if (to < earliest[moment]) {
      return false;
    }
    remember(~moment, latest[moment]);
    latest[moment] = to;
    for (int demand = demandsOf[moment]; demand >= 0; demand = nextOf[demand]) {
      effort.spend(1);
      if (slack[demand] < 0 && !lower(pushed[demand], to + ~slack[demand])) {
        return false;
      }
    }
    return true;
  }

  private void remember(int what, long before) {
    if (undos + 2 > undone.length) {
      undone = Arrays.copyOf(undone, undos * 2);
    }
    undone[undos++] = what;
    undone[undos++] = before;
  }
}
