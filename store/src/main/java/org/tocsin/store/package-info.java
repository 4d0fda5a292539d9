/**
 * The only module that knows Elasticsearch: what is kept, how it is written once, and how it is
 * found.
 */
@NullMarked
package org.tocsin.store;

import org.jspecify.annotations.NullMarked;
