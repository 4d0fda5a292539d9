package org.tocsin.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.tocsin.model.directory.AssetRegister;
import org.tocsin.model.directory.NetworkAsset;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.directory.OrganisationKind;

/**
 * How long it takes to say whose an address is, among 100,000 assets, and to read those in. Needs
 * no node. The addresses are random; every second one lies in an asset.
 */
final class DirectoryBench {
  private static final int ORGANISATIONS = 100;
  private static final int ASSETS_EACH = 1_000;
  private static final int QUESTIONS = 200_000;
  private static final int ROUNDS = 5;

  private final Random random = new Random(8);
  private final Set<NetworkAsset> taken = new HashSet<>();

  void run() {
    List<Organisation> organisations =
        IntStream.range(0, ORGANISATIONS).mapToObj(this::organisation).toList();
    List<String> questions =
        IntStream.range(0, QUESTIONS).mapToObj(any -> address(random.nextBoolean())).toList();
    double[] reading = new double[ROUNDS];
    double[] asking = new double[ROUNDS];
    int owned = 0;
    int assets = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long begin = System.nanoTime();
      AssetRegister register = new AssetRegister(organisations);
      long read = System.nanoTime();
      owned = 0;
      for (String question : questions) {
        owned += register.whose(question).isEmpty() ? 0 : 1;
      }
      asking[round] = (System.nanoTime() - read) / 1e3 / QUESTIONS;
      reading[round] = (read - begin) / 1e6;
      assets = register.size();
    }
    new Figure("directory", "longest-prefix")
        .with("assets", assets)
        .with("questions", QUESTIONS)
        .with("owned", owned)
        .with("microseconds_per_question", median(asking))
        .with("milliseconds_to_index", median(reading))
        .print();
  }

  private Organisation organisation(int number) {
    List<NetworkAsset> assets = new ArrayList<>();
    while (assets.size() < ASSETS_EACH) {
      NetworkAsset asset = NetworkAsset.parse(block());
      if (taken.add(asset)) {
        assets.add(asset);
      }
    }
    return new Organisation(
        "org-" + number,
        "Organisation " + number,
        OrganisationKind.CONSTITUENT,
        null,
        List.of(),
        List.of(),
        assets,
        List.of(),
        null,
        false);
  }

  /** A block of 10.0.0.0/8 or fd00::/16, of any usual length. */
  private String block() {
    if (random.nextInt(4) == 0) {
      return "fd00:%x:%x::/48".formatted(random.nextInt(1 << 16), random.nextInt(1 << 16));
    }
    int length = 16 + random.nextInt(17);
    long bits = (10L << 24 | random.nextInt(1 << 24)) >>> (32 - length) << (32 - length);
    return "%d.%d.%d.%d/%d"
        .formatted(bits >>> 24, bits >>> 16 & 255, bits >>> 8 & 255, bits & 255, length);
  }

  private String address(boolean inside) {
    return "%d.%d.%d.%d"
        .formatted(inside ? 10 : 11, random.nextInt(256), random.nextInt(256), random.nextInt(256));
  }

  private static double median(double[] values) {
    return Arrays.stream(values).sorted().toArray()[values.length / 2];
  }
}
