package org.tocsin.launcher.submit;

/**
 * The platform's answer to one submission.
 *
 * @param id the receipt
 * @param file name of the file
 * @param records records counted by the framer
 * @param bytes bytes accepted
 */
record Receipt(String id, String file, long records, long bytes) {}
