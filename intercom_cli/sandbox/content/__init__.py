"""What help centers and Fin answer from: articles, news, snippets, pages."""
