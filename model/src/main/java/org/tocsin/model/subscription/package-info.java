/**
 * What people and machines want to hear of, and how: filters, the ways it is carried, and the index
 * that finds those who want to hear of one thing.
 */
@NullMarked
package org.tocsin.model.subscription;

import org.jspecify.annotations.NullMarked;
