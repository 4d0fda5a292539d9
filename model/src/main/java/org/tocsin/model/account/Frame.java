package org.tocsin.model.account;

/**
 * Where one raw record of a submission was written, and how many records the framer counted in it.
 *
 * @param partition partition of the lane's topic
 * @param offset offset in the partition
 * @param records the framer's count
 */
public record Frame(int partition, long offset, int records) {}
