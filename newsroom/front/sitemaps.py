"""The sitemap of the whole site, part by part."""

from articles.sitemaps import ArticleSitemap, CorrectionSitemap, SectionSitemap

SITEMAPS = {"stories": ArticleSitemap, "sections": SectionSitemap, "corrections": CorrectionSitemap}
