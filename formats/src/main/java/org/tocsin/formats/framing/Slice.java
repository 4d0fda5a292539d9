package org.tocsin.formats.framing;

/**
 * A piece of a submission that becomes one raw record. The {@code bytes} of all slices, one after
 * the other, are the submission, to the last byte.
 *
 * @param preamble what precedes the records of every slice (the header line; the opening of an
 *     envelope with the objects the others refer to); empty where the slice holds it itself
 * @param bytes the piece
 * @param firstLine line of the submission the piece begins on, from 1
 * @param records how many records are in it
 */
public record Slice(byte[] preamble, byte[] bytes, long firstLine, int records) {}
