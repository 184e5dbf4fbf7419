package io.streamalert.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Times ways to go over the same logs. Passes alternate: each way goes once, then each once more, so
 * that what disturbs the machine disturbs all of them.
 */
final class Passes {

  /** A way to go once over all logs; returns something that depends on all of them. */
  interface Pass {
    long run() throws IOException;
  }

  /** What was measured of a way. */
  static final class Timed {

    private final String name;
    private final double[] nanos;
    private final long result;

    private Timed(String name, double[] nanos, long result) {
      this.name = name;
      this.nanos = nanos;
      this.result = result;
    }

    String name() {
      return name;
    }

    /** Nanoseconds a log. */
    Spread nanos() {
      return Spread.of(nanos);
    }

    /** What the last pass returned. */
    long result() {
      return result;
    }

    /** How much faster than another way it was, pass by pass. */
    Spread timesAsFastAs(Timed other) {
      double[] ratios = new double[nanos.length];
      for (int i = 0; i < ratios.length; i++) {
        ratios[i] = other.nanos[i] / nanos[i];
      }
      return Spread.of(ratios);
    }
  }

  private final List<String> names = new ArrayList<>();
  private final List<Pass> passes = new ArrayList<>();
  private final int logs;
  private final int warmUp;

  /**
   * No way yet.
   *
   * @param logs how many logs a pass goes over
   * @param warmUp how many passes are not counted
   */
  Passes(int logs, int warmUp) {
    this.logs = logs;
    this.warmUp = warmUp;
  }

  Passes add(String name, Pass pass) {
    names.add(name);
    passes.add(pass);
    return this;
  }

  /** Times each way so many times; in the order in which they were added. */
  List<Timed> time(int count) throws IOException {
    double[][] nanos = new double[passes.size()][count];
    long[] results = new long[passes.size()];
    for (int pass = -warmUp; pass < count; pass++) {
      for (int way = 0; way < results.length; way++) {
        long start = System.nanoTime();
        results[way] = passes.get(way).run();
        if (pass >= 0) {
          nanos[way][pass] = (double) (System.nanoTime() - start) / logs;
        }
      }
    }
    List<Timed> timed = new ArrayList<>();
    for (int way = 0; way < results.length; way++) {
      timed.add(new Timed(names.get(way), nanos[way], results[way]));
    }
    return timed;
  }
}
