package org.tocsin.formats.shadowserver;

import java.util.List;

/** What is known of a submission's report type. */
sealed interface TypeDecision {
  /** The name says which. */
  record Named(ReportType type) implements TypeDecision {}

  /** The columns fit one family; the addresses say which of the two. */
  record Fitting(ReportFamily family) implements TypeDecision {}

  /** The columns fit several types and no name decides. */
  record Ambiguous(List<String> candidates) implements TypeDecision {
    public Ambiguous {
      candidates = List.copyOf(candidates);
    }
  }

  /** Neither name nor columns say anything. */
  record Unknown() implements TypeDecision {}
}
