package org.tocsin.model.report;

/**
 * A record that was understood.
 *
 * @param position its position in the raw record, from 0
 * @param start where its own bytes begin in {@link RawRecord#text()}
 * @param length how many bytes it takes there
 * @param fact what it says
 */
public record Accepted(int position, int start, int length, Fact fact) {}
